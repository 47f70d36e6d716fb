import {readFileSync} from 'node:fs'

interface LogEvent {
  readonly id: number
  /** `Name:type Name:type …` in the order of EventData. */
  readonly fields?: string
}

const TABLE = JSON.parse(
  readFileSync(new URL('../../src/autoconfig/tables/wlan-autoconfig.json', import.meta.url), 'utf8'),
) as {readonly provider: string; readonly guid: string; readonly events: readonly LogEvent[]}

/** What is the same in all events of this log. */
const SAME: Readonly<Record<string, string>> = {
  InterfaceGuid: '{7A3D9F1E-52C4-4B0B-9E61-3C8D5A1F2B40}',
  DeviceGuid: '{7A3D9F1E-52C4-4B0B-9E61-3C8D5A1F2B40}',
  InterfaceDescription: 'Wi-Fi 7 card',
  Adapter: 'Wi-Fi 7 card',
  LocalMac: '02:00:00:00:00:01',
  ConnectionMode: 'Automatic connection with a profile',
  ProfileName: 'corp',
  SSID: 'corp',
  BSSType: 'Infrastructure',
  PHYType: '802.11be',
  Auth: 'WPA2-Enterprise',
  AuthenticationAlgorithm: 'WPA2-Enterprise',
  Cipher: 'AES-CCMP',
  CipherAlgorithm: 'AES-CCMP',
  AuthVal: '6',
  CipherVal: '4',
  OnexEnabled: '1',
  EapType: '25',
  Identity: 'host/laptop',
  SecurityHint: 'The operation was successful.',
}

/** Times in seconds after nine o'clock, ids of WLAN AutoConfig, and what is not the same in all events. */
const STORY: readonly (readonly [at: number, id: number, own?: Readonly<Record<string, string>>])[] = [
  [0, 8000],
  [0.062, 11000],
  [0.214, 11001],
  [0.216, 11010],
  [0.221, 12011],
  [0.893, 12012],
  [0.927, 11005],
  [0.931, 8001],
  [412.4, 11004],
  [412.403, 11010],
  [412.41, 12011],
  [412.566, 12012],
  [412.588, 11005],
  [731.05, 11004],
  [731.052, 11010],
  [731.06, 12011],
  [
    749.101,
    12013,
    {
      PeerMac: '02:00:00:00:0B:03',
      ReasonText: 'There was no response to the EAP Response Identity packet.',
      ReasonCode: '0x50007',
    },
  ],
  [
    749.104,
    11006,
    {
      PeerMac: '02:00:00:00:0B:03',
      ReasonText: '802.1X authentication did not complete within configured time',
      ReasonCode: '0x48003',
    },
  ],
  [749.12, 8003, {Reason: 'The network is disconnected by the driver.', ReasonCode: '0'}],
  [751.3, 8000],
  [751.36, 11000],
  [
    752.371,
    11002,
    {
      FailureReason: 'The driver disconnected while associating.',
      ReasonCode: '229378',
      Dot11StatusCode: '17',
      RSSI: '-79',
    },
  ],
  [752.39, 8002, {FailureReason: 'The driver disconnected while associating.', ReasonCode: '229378', RSSI: '-79'}],
  [762.4, 8000],
  [762.455, 11000],
  [762.601, 11001],
  [762.603, 11010],
  [762.61, 12011],
  [763.288, 12012],
  [763.32, 11005],
  [763.322, 8001],
]

/** The log of WLAN AutoConfig of one morning, as `wevtutil qe` prints it. */
export function windowsLog(): string {
  const events = STORY.map(([seconds, id, own], i) => {
    const time = new Date(Date.UTC(2026, 0, 1, 9) + Math.round(seconds * 1000)).toISOString().replace('Z', '0000Z')
    const fields = (TABLE.events.find(event => event.id === id)?.fields ?? '').split(' ').map(field => {
      const [name = '', type = ''] = field.split(':')
      return `<Data Name='${name}'>${own?.[name] ?? SAME[name] ?? ABSENT[type.slice(0, 1)] ?? '0'}</Data>`
    })
    return (
      `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${TABLE.provider}' Guid='${TABLE.guid}'/>` +
      `<EventID>${id}</EventID><Version>0</Version><Level>4</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords>` +
      `<TimeCreated SystemTime='${time}'/><EventRecordID>${3100 + i}</EventRecordID><Correlation/><Execution ProcessID='2044' ThreadID='5120'/>` +
      `<Channel>Microsoft-Windows-WLAN-AutoConfig/Operational</Channel><Computer>laptop</Computer><Security UserID='S-1-5-18'/></System>` +
      `<EventData>${fields.join('')}</EventData></Event>\r\n`
    )
  })
  return events.join('')
}

/** Values that nobody set, by the kind of their type. */
const ABSENT: Readonly<Record<string, string>> = {s: '', b: 'false', x: '0x0', p: '0x1', i: '-58'}
