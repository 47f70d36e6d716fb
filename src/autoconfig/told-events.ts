import type {HostProvider} from './event-tables.js'

/**
 * Events that become part of the story. Of AutoConfig those of connections, security, state machines and modules; of
 * NWiFi association, handshake and disassociation; of NDIS resets. What others log is shown, and not understood.
 */
const TOLD: Readonly<Record<HostProvider, ReadonlySet<number> | 'all'>> = {
  WLAN: new Set([
    ...[4003, 8000, 8001, 8002, 8003, 8004, 8011, 10000, 10001, 10002, 10003, 10004],
    ...[11000, 11001, 11002, 11003, 11004, 11005, 11006, 11007, 11008, 11009, 11010, 12011, 12012, 12013, 12014],
    ...[14018, 14072, 14073, 14074, 20000, 20001, 20005, 20007, 20013],
    ...[21002, 21009, 21010, 21013, 21014, 21015, 21019, 21049, 21050, 21055, 21057, 40001, 40002],
  ]),
  NWIFI: new Set([10017, 10018, 10021, 10025, 10040, 10041, 10042, 10045, 10046, 10059, 10062, 10063]),
  NDIS: new Set([10400]),
  ONEX: 'all',
  EAPHOST: 'all',
  WCMSVC: 'all',
  NCSI: new Set([4042]),
}

/** Does an event become part of the story? */
export const isTold = (provider: HostProvider, id: number): boolean => {
  const told = TOLD[provider]
  return told === 'all' || told.has(id)
}

/** Names of messages: the id of AutoConfig's events, those of others behind their provider. */
export const eventName = (provider: HostProvider, id: number): string =>
  provider === 'WLAN' ? String(id) : `${provider}-${id}`

/** All of them that have ids of their own here: what a scenario may write. */
export const EVENT_NAMES: readonly string[] = Object.entries(TOLD).flatMap(([provider, ids]) =>
  ids === 'all' ? [] : [...ids].map(id => eventName(provider as HostProvider, id)),
)
