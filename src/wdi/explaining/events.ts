import {EVENT_SPECS, type EventSpec, eventSpec} from '../../autoconfig/event-tables.js'
import eventsJson from '../spec/autoconfig-events.json' with {type: 'json'}
import {details, type Match, type Question} from './match.js'

const AUTOCONFIG = 'Microsoft-Windows-WLAN-AutoConfig'

/** The reset of a hung driver is logged by NDIS in the system log. */
const RESET_RECOVERY: Match = {
  kind: 'event',
  name: 'System log 5002',
  value: 5002,
  text: 'reset recovery: Windows reset the driver that hung or asked for it',
  source: 'network/wdi-le-hang-detection',
  details: {},
}

const namesOf = (spec: Pick<EventSpec, 'members'> | undefined): readonly string[] =>
  spec?.members.map(({name}) => name) ?? []

/** Events by id: those of AutoConfig first, then NWiFi's and NDIS'. */
export function eventsFor({number}: Question): Match[] {
  if (number === null) return []
  const events = eventsJson.events
    .filter(event => event.id === number)
    .map(({id, level, title}) => ({
      kind: 'event' as const,
      name: `${AUTOCONFIG} ${id}`,
      value: id,
      text: title,
      source: `${AUTOCONFIG} manifest`,
      details: details({level, fields: namesOf(eventSpec('WLAN', id))}),
    }))
  const others = EVENT_SPECS.filter(({provider, id}) => id === number && provider !== 'WLAN').map(ofTable)
  return number === RESET_RECOVERY.value ? [RESET_RECOVERY, ...events] : [...events, ...others]
}

const PROVIDERS: Readonly<Record<string, string>> = {NWIFI: 'Microsoft-Windows-NWiFi', NDIS: 'Microsoft-Windows-NDIS'}

/** Of events whose text Microsoft did not publish. */
const WORDS: Readonly<Record<string, string>> = {
  'NDIS 10317': 'the miniport tells of an event of its own',
  'NDIS 10400': 'the adapter is reset',
}

/** An event of NWiFi or NDIS: what its text says, names of members in place of their values. */
function ofTable({provider, id, text, members}: EventSpec): Match {
  const said = text.replace(/%(\d+)/g, (place, number) => members[Number(number) - 1]?.name ?? place)
  const [line = ''] = said.split('\n')
  const name = PROVIDERS[provider] ?? provider
  return {
    kind: 'event',
    name: `${name} ${id}`,
    value: id,
    text: line.trim() || (WORDS[`${provider} ${id}`] ?? 'an event without a published text'),
    source: `${name} manifest`,
    details: details({fields: namesOf({members})}),
  }
}

/** Events as `events` and scenarios name them: NWIFI-10042, NDIS-10400, WLAN-8002. */
export function eventsNamed({name}: Question): Match[] {
  const [, provider = '', id] = /^(NWIFI|NDIS|WLAN)-(\d{1,6})$/.exec(name) ?? []
  if (id === undefined) return []
  const full = provider === 'WLAN' ? AUTOCONFIG : (PROVIDERS[provider] ?? '')
  return eventsFor({name: id, number: Number(id), hex: false}).filter(match => match.name.startsWith(`${full} `))
}
