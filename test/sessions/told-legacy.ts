import type {LegacyAssociation, LegacyOperation, LegacyState} from '../../src/sessions/legacy.js'
import {traceOfTexts} from '../golden/run.js'
import {ms, named} from './told.js'

const present = (facts: object) =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, fact]) => fact !== null && fact !== false && !(Array.isArray(fact) && fact.length === 0),
    ),
  )
const startOf = (one: LegacyAssociation | LegacyOperation | null) => one && ms(one.start ?? one.completion)

/** The state of port 0 after the records, its operations and associations; a record is its time. Empty facts are left out. */
export async function played(...records: readonly string[]) {
  const text = ['capture model=native80211 to=200000', ...records, '190000 IND SCAN_CONFIRM 0'].join('\n')
  const {all} = await traceOfTexts(text)
  const [replay] = all.legacy.values()
  const last = replay?.before.get(all.events.length - 1)
  if (replay === undefined || last === undefined) throw new Error('nothing was played')
  const state = ({connection, roaming, associating, joined, peer, ...rest}: LegacyState) =>
    present({
      ...rest,
      connection: startOf(connection),
      roaming: startOf(roaming),
      associating: associating.map(startOf),
      joined: [...joined].map(([mac, seq]) => `${named(mac)} ${ms(all.events[seq] ?? null)}`),
      peer: named(peer),
      ...{historyFrom: ms(last.historyFrom), linkSince: ms(last.linkSince), osDisconnect: ms(last.osDisconnect)},
    })
  const operation = ({kind, port, start, completion, cutBy, associations, events, oldPeer}: LegacyOperation) =>
    present({
      ...{kind, port, start: ms(start), completion: ms(completion), cutBy: ms(cutBy), oldPeer: named(oldPeer)},
      ...{associations: associations.map(startOf), events: events.map(ms)},
    })
  const association = ({start, completion, endedBy, mac, succeeded, operation: inside}: LegacyAssociation) =>
    present({
      ...{start: ms(start), completion: ms(completion), endedBy: ms(endedBy), mac: named(mac), succeeded},
      inside: startOf(inside),
    })
  return {
    state: state(last),
    operations: replay.operations.map(operation),
    associations: replay.associations.map(association),
  }
}
