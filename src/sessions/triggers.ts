import type {TraceEvent} from '../events/event.js'
import {type Micros, seconds} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import type {Silence} from './capture.js'
import type {Task} from './task.js'

/** A roam within this time answers a ROAMING_NEEDED (rules.md A.0). */
export const TRIGGER_WINDOW = seconds(10)
/** WDI_SCAN_TRIGGER values of scans that prepare a roam. */
const ROAM_SCANS: ReadonlySet<number | null | undefined> = new Set([3, 6])

export interface TriggerMatch {
  readonly trigger: TraceEvent
  readonly scan: Task | null
}

export interface Triggers {
  readonly byTask: ReadonlyMap<Task, TriggerMatch>
  /** ROAMING_NEEDED that no roam answered within the window. */
  readonly alone: readonly TraceEvent[]
}

interface Waiting {
  readonly event: TraceEvent
  /** Scans of the port since then. */
  readonly scans: Task[]
  used: boolean
  answered: boolean
}

/**
 * Assigns each roam of a port the latest unused trigger; `events` are those of one port in order of time,
 * `taskOf` leads from an M1 to its task.
 */
export function matchTriggers(
  events: readonly TraceEvent[],
  taskOf: (m1: TraceEvent) => Task | undefined,
  silence: Silence,
  reader: Reader,
): Triggers {
  const byTask = new Map<Task, TriggerMatch>()
  const alone: TraceEvent[] = []
  /** In order of time. */
  const waiting: Waiting[] = []
  const forget = (nowUs: Micros) => {
    for (let first = waiting[0]; first !== undefined && expired(first, nowUs); first = waiting[0]) {
      if (!first.answered) alone.push(first.event)
      waiting.shift()
    }
  }
  for (const event of events) {
    forget(event.atUs)
    if (event.message.name === 'ROAMING_NEEDED') waiting.push({event, scans: [], used: false, answered: false})
    if (event.step !== 'M1') continue
    const task = taskOf(event)
    if (task?.message.name === 'TASK_SCAN') for (const trigger of waiting) trigger.scans.push(task)
    if (task?.message.name !== 'TASK_ROAM') continue
    const latest = waiting.findLast(trigger => !trigger.used)
    for (const trigger of waiting) trigger.answered = true
    if (latest === undefined) continue
    latest.used = true
    byTask.set(task, {trigger: latest.event, scan: roamScan(latest.scans, reader)})
  }
  forget(silence.endUs)
  return {byTask, alone}
}

function expired({event}: Waiting, nowUs: Micros): boolean {
  return nowUs - event.atUs > TRIGGER_WINDOW
}

/** The scan that has a roam trigger itself, else the first one. */
function roamScan(scans: readonly Task[], reader: Reader): Task | null {
  const purposeful = scans.find(({m1}) => ROAM_SCANS.has(reader.scanTask(m1 as TraceEvent).trigger))
  return purposeful ?? scans[0] ?? null
}
