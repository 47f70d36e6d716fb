/** Rows of event logs as the tools write them, for tests to put together. */

export const VIEWER = 'Level,Date and Time,Source,Event ID,Task Category'
export const viewer = (...rows: string[]) => `${[VIEWER, ...rows].join('\r\n')}\r\n`
export const viewerRow = (message: string, date = '10/17/2016 06:38:24 PM') =>
  `Information,${date},Microsoft-Windows-WLAN-AutoConfig,8003,AcmConnection,${message}`

export const FULL_NAMES =
  '"Message","Id","Version","Qualifiers","Level","Task","Opcode","Keywords","RecordId","ProviderName","ProviderId","LogName","ProcessId","ThreadId","MachineName","UserId","TimeCreated","ActivityId","RelatedActivityId","ContainerLog","MatchedQueryIds","Bookmark","LevelDisplayName","OpcodeDisplayName","TaskDisplayName","KeywordsDisplayNames","Properties"'
export const fullRow = (message: string, time: string) =>
  `"${message.replaceAll('"', '""')}","8001","0","","4","24010","191","-9223372036854774272","1321","Microsoft-Windows-WLAN-AutoConfig","9580d7dd-0379-4658-9870-d5be7d52d6de","Microsoft-Windows-WLAN-AutoConfig/Operational","4276","5544","PC","S-1-5-18","${time}","b7591bbc-aef3-38b6-8789-62a28792f0d7","","c:\\a.evtx","System.UInt32[]","B","Information","Info","","C","L"`

export const NAMES = '"TimeCreated","Id","LevelDisplayName","Message"'
export const short = (...rows: string[]) => `${[NAMES, ...rows].join('\n')}\n`
export const shortRow = (message: string, time = '10/17/2016 6:38:24 PM') =>
  `"${time}","8001","Information","${message}"`
