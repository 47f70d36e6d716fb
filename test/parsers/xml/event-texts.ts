/** Events as the tools write them, for tests to put together. */

export const NS = 'http://schemas.microsoft.com/win/2004/08/events/event'

/** One line as wevtutil writes it. */
export const logged = (data: string, id = 8003, time = '2023-06-16T03:05:19.9479495Z') =>
  `<Event xmlns='${NS}'><System><Provider Name='Microsoft-Windows-WLAN-AutoConfig' Guid='{9580D7DD-0379-4658-9870-D5BE7D52D6DE}'/><EventID>${id}</EventID><Version>0</Version><Level>4</Level><Task>24010</Task><Opcode>192</Opcode><Keywords>0x8000000040000600</Keywords><TimeCreated SystemTime='${time}'/><EventRecordID>1321</EventRecordID><Correlation ActivityID='{B7591BBC-AEF3-38B6-8789-62A28792F0D7}'/><Execution ProcessID='4276' ThreadID='5544'/><Channel>Microsoft-Windows-WLAN-AutoConfig/Operational</Channel><Computer>PC</Computer><Security UserID='S-1-5-18'/></System>${data}</Event>`

/** As tracerpt writes it. */
export const traced = (data: string, {name = 'wlan', opcode = 0, more = '', id = 7} = {}) =>
  [
    `<Event xmlns="${NS}">`,
    '\t<System>',
    `\t\t<Provider Name="${name}" Guid="{9580d7dd-0379-4658-9870-d5be7d52d6de}" />`,
    `\t\t<EventID>${id}</EventID>`,
    `\t\t<Opcode>${opcode}</Opcode>`,
    '\t\t<TimeCreated SystemTime="2019-01-09T22:59:31.123456700+00:00" />',
    '\t\t<Correlation ActivityID="{00000000-0000-0000-0000-000000000000}" />',
    '\t\t<Execution ProcessID="4294967295" ThreadID="4128" ProcessorID="2" KernelTime="0" UserTime="0" />',
    '\t\t<Channel />',
    '\t\t<Computer />',
    '\t</System>',
    `\t${data}`,
    more,
    '</Event>',
  ].join('\r\n')
export const trace = (...events: string[]) => `<Events>\r\n${events.join('\r\n')}\r\n</Events>\r\n`
export const data = (...values: [string, string][]) =>
  `<EventData>${values.map(([name, value]) => `<Data Name="${name}">${value}</Data>`).join('')}</EventData>`
