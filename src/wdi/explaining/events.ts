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

/** AutoConfig events by id. */
export function eventsFor({number}: Question): Match[] {
  if (number === null) return []
  const events = eventsJson.events
    .filter(event => event.id === number)
    .map(({id, level, title, fields}) => ({
      kind: 'event' as const,
      name: `${AUTOCONFIG} ${id}`,
      value: id,
      text: title,
      source: `${AUTOCONFIG} manifest`,
      details: details({level, fields}),
    }))
  return number === RESET_RECOVERY.value ? [RESET_RECOVERY, ...events] : events
}
