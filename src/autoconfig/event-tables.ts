import ndisJson from './tables/ndis.json' with {type: 'json'}
import nwifiJson from './tables/nwifi.json' with {type: 'json'}
import wlanJson from './tables/wlan-autoconfig.json' with {type: 'json'}

/** Short names of the providers of Windows: they go in front of event ids, but for AutoConfig's own. */
export type HostProvider = 'WLAN' | 'NWIFI' | 'NDIS' | 'ONEX' | 'EAPHOST' | 'WCMSVC' | 'NCSI'

/** A member of an event: name, type as in the manifest (`s` string, `g` GUID, `u32` …), value map. */
export interface EventMember {
  readonly name: string
  readonly type: string
  readonly map: string | null
}

export interface EventSpec {
  readonly provider: HostProvider
  readonly id: number
  /** English text with `%1` for the first member; empty where Windows has none. */
  readonly text: string
  /** The text of older builds, where it has other lines. */
  readonly older: string | null
  readonly members: readonly EventMember[]
}

interface Table {
  readonly events: readonly {
    readonly id: number
    readonly text: string
    readonly older?: string
    readonly fields: string
  }[]
}

function memberOf(printed: string): EventMember {
  const [name = '', type = ''] = printed.split(':')
  const [plain = '', map = null] = type.split('>')
  return {name, type: plain, map}
}

const specs = ({events}: Table, provider: HostProvider): EventSpec[] =>
  events.map(({id, text, older, fields}) => ({
    provider,
    id,
    text,
    older: older ?? null,
    members: fields === '' ? [] : fields.split(' ').map(memberOf),
  }))

/** Events of WLAN AutoConfig, NWiFi and NDIS (formats.md, appendices A to C). */
export const EVENT_SPECS: readonly EventSpec[] = [
  ...specs(wlanJson, 'WLAN'),
  ...specs(nwifiJson, 'NWIFI'),
  ...specs(ndisJson, 'NDIS'),
]

const byKey = new Map(EVENT_SPECS.map(spec => [`${spec.provider} ${spec.id}`, spec]))

export const eventSpec = (provider: HostProvider, id: number): EventSpec | undefined => byKey.get(`${provider} ${id}`)
