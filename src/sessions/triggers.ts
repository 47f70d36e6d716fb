import type {TraceEvent} from '../events/event.js'
import {type Micros, seconds} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import type {Silence} from './capture.js'
import type {Task} from './task.js'

/** A roam within this time answers a ROAMING_NEEDED (rules.md A.0). */
export const TRIGGER_WINDOW = seconds(10)
/** WDI_SCAN_TRIGGER values of scans that prepare a roam. */
const ROAM_SCANS: ReadonlySet<number> = new Set([3, 6])

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
  let waiting: Waiting[] = []
  let scans: Task[] = []
  const forget = (nowUs: Micros) => {
    if (waiting.length === 0 && scans.length === 0) return
    for (const trigger of waiting) if (!trigger.answered && expired(trigger, nowUs)) alone.push(trigger.event)
    waiting = waiting.filter(trigger => !expired(trigger, nowUs))
    if (waiting.length === 0) scans = []
  }
  for (const event of events) {
    forget(event.atUs)
    if (event.message.name === 'ROAMING_NEEDED') waiting.push({event, used: false, answered: false})
    if (event.step !== 'M1') continue
    const task = taskOf(event)
    if (task?.message.name === 'TASK_SCAN') scans.push(task)
    if (task?.message.name !== 'TASK_ROAM') continue
    const latest = waiting.findLast(trigger => !trigger.used)
    for (const trigger of waiting) trigger.answered = true
    if (latest === undefined) continue
    latest.used = true
    byTask.set(task, {trigger: latest.event, scan: roamScan(scans, latest.event, reader)})
  }
  forget(silence.endUs)
  return {byTask, alone}
}

function expired({event}: Waiting, nowUs: Micros): boolean {
  return nowUs - event.atUs > TRIGGER_WINDOW
}

/** The scan after the trigger that has a roam trigger itself, else the first one. */
function roamScan(scans: readonly Task[], trigger: TraceEvent, reader: Reader): Task | null {
  const after = scans.filter(scan => (scan.m1?.seq ?? 0) > trigger.seq)
  const purposeful = after.find(scan => scan.m1 !== null && ROAM_SCANS.has(reader.scanTask(scan.m1).trigger ?? -1))
  return purposeful ?? after[0] ?? null
}
