import {type Machine, machineOf} from '../../autoconfig/states.js'
import type {TraceEvent} from '../../events/event.js'
import {autoConfigId, said} from './event-facts.js'
import type {MachineState, Stay, Track} from './view.js'

interface Move {
  readonly machine: Machine
  readonly from: string | null
  readonly to: string
  readonly event: TraceEvent
}

function movesIn(events: readonly TraceEvent[]): Move[] {
  return events.flatMap(event => {
    const machine = machineOf(autoConfigId(event) ?? -1)
    const to = said(event, 'to')
    return machine === undefined || to === null ? [] : [{machine, from: said(event, 'from'), to, event}]
  })
}

/** Each state machine that moved, in the order of the first moves, with how long it stood where. */
export function tracksIn(events: readonly TraceEvent[]): Track[] {
  const byMachine = new Map<Machine, Move[]>()
  for (const move of movesIn(events)) {
    const own = byMachine.get(move.machine)
    if (own === undefined) byMachine.set(move.machine, [move])
    else own.push(move)
  }
  return [...byMachine].map(([machine, moves]) => ({machine, states: moves.map((move, i) => stay(move, moves[i + 1]))}))
}

const stay = ({to, event}: Move, next: Move | undefined): Stay => ({
  state: to,
  fromUs: event.atUs,
  us: next === undefined ? null : next.event.atUs - event.atUs,
})

const BAD: ReadonlySet<string> = new Set(['Wait_For_Disconnected', 'Disconnected', 'FAILURE', 'AUTH_FAILED'])
/** From one of these the way to Roaming is a failure: a link that was never there is not left for a better one. */
const UNFINISHED: ReadonlySet<string | null> = new Set(['Configuring', 'Associating', 'Authenticating'])

const isBad = ({to, from}: Move): boolean => BAD.has(to) || (to === 'Roaming' && UNFINISHED.has(from))

/** The first move into a state of failure, whichever machine made it, and where that machine stood before. */
export function turnIn(events: readonly TraceEvent[]): {lastGood: MachineState | null; firstBad: MachineState | null} {
  const turn = movesIn(events).find(isBad)
  if (turn === undefined) return {lastGood: null, firstBad: null}
  const {machine, from, to} = turn
  return {lastGood: from === null ? null : {machine, state: from}, firstBad: {machine, state: to}}
}
