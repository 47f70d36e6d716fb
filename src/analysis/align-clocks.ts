import type {TraceEvent} from '../events/event.js'
import {type Micros, seconds} from '../events/units.js'
import type {CollectedInput} from './input-collector.js'

/** Zones of the world differ by quarters of an hour. */
const STEP = seconds(15 * 60)
/** The clock lines are 26 h apart at most. */
const FARTHEST = seconds(26 * 3600)
/** Fewer events in common prove nothing. */
const FEWEST = 3
/** Times of one happening that are tried: happenings that repeat that often tell nothing of the clock. */
const MOST = 50

/**
 * Files of local time and of UTC as one capture: where some happenings are in both, they show how far the local clock
 * is from UTC, and the file's times are put on that clock. Where none are, the times stay as they are: nothing is
 * guessed. Changes the events in place; an input must not be aligned twice.
 */
export function alignClocks(inputs: readonly CollectedInput[]): readonly CollectedInput[] {
  const reference = inputs.filter(({notes, events}) => notes.zone === 'utc' && events.length > 0)
  if (reference.length === 0 || inputs.length < 2) return inputs
  const times = timesOf(reference.flatMap(({events}) => events))
  return inputs.map(input => {
    if (input.notes.zone !== 'local') return input
    const offset = offsetOf(input, times, reference)
    return offset === null ? input : shifted(input, offset)
  })
}

/** What may be the same happening in another export: fields differ from one to the next, networks do not. */
const keyOf = ({step, message, transactionId, fields}: TraceEvent): string =>
  JSON.stringify([step, message.name, transactionId, fields.ssid ?? null, fields.peer ?? null])

function timesOf(events: readonly TraceEvent[]): ReadonlyMap<string, readonly Micros[]> {
  const times = new Map<string, Micros[]>()
  for (const event of events) {
    const key = keyOf(event)
    const list = times.get(key)
    if (list === undefined) times.set(key, [event.atUs])
    else list.push(event.atUs)
  }
  return times
}

/** µs to add for UTC: what most events agree on; null: no offset has three events, or a second one nearly as many. */
function offsetOf(
  {events, notes}: CollectedInput,
  times: ReadonlyMap<string, readonly Micros[]>,
  reference: readonly CollectedInput[],
): Micros | null {
  const grain = Math.max(
    ...[notes, ...reference.map(input => input.notes)].map(({granularityUs}) => granularityUs ?? 1),
  )
  const votes = new Map<Micros, number>()
  for (const event of events) {
    const own = times.get(keyOf(event)) ?? []
    if (own.length > MOST) continue
    const offsets = new Set<Micros>()
    for (const atUs of own) {
      const difference = atUs - event.atUs
      const offset = Math.round(difference / STEP) * STEP
      if (Math.abs(difference - offset) <= grain && Math.abs(offset) <= FARTHEST) offsets.add(offset)
    }
    for (const offset of offsets) votes.set(offset, (votes.get(offset) ?? 0) + 1)
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1])
  if (best === undefined || best[1] < FEWEST || (second?.[1] ?? 0) * 2 > best[1]) return null
  return best[0]
}

function shifted(input: CollectedInput, byUs: Micros): CollectedInput {
  const moved = (us: Micros | null) => (us === null ? null : us + byUs)
  const {notes, clock} = input
  const moving = new Set([...input.events, ...input.losses.map(({event}) => event)])
  for (const event of moving) (event as {atUs: Micros}).atUs += byUs
  for (const loss of input.losses) {
    loss.afterUs = moved(loss.afterUs)
    loss.beforeUs = moved(loss.beforeUs)
  }
  return {
    ...input,
    notes: {...notes, zone: 'utc', headerStartUs: moved(notes.headerStartUs), headerEndUs: moved(notes.headerEndUs)},
    clock: {
      ...{smallestStepUs: clock.smallestStepUs, dated: clock.dated, backwards: clock.backwards},
      firstUs: moved(clock.firstUs),
      lastUs: moved(clock.lastUs),
      gaps: clock.gaps.map(({startUs, endUs}) => ({startUs: startUs + byUs, endUs: endUs + byUs})),
    },
    problem: problem => input.problem(problem),
    allProblems: () => input.allProblems(),
  }
}
