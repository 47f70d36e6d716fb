import type {Member} from '../etw/payload.js'

/** Where something stands in the report, and its first line. */
export interface ReportPlace {
  readonly line: number
  readonly offset: number
  readonly text: string
}

/** The session under which the report lists an event. */
export interface ReportSession {
  /** Number in the report, from 1. */
  readonly number: number
  /** As printed; null: the report does not say. */
  readonly interfaceGuid: string | null
  /** What is said of the session as a whole: success or status, interface, mode, profile, ssid, bss, disconnect, duration. */
  readonly facts: readonly Member[]
}

/** One row of the tables, from XML or HTML. Texts as printed, references resolved; empty: not there. */
export interface ReportEvent {
  readonly place: ReportPlace
  readonly uid: string
  /** Words of its class: `wlan connect`. */
  readonly type: string
  readonly error: boolean
  readonly id: number | null
  readonly level: string
  /** Local time, ISO, whole seconds. */
  readonly time: string
  readonly message: string
  readonly session: ReportSession | null
}

/** One entry of the list behind the graph: the same happenings as in the tables, fewer, with exact times in UTC. */
export interface ReportSnapshot {
  readonly place: ReportPlace
  /** Connect, Disconnect, Internet, Local, None, Sleep, Wake. */
  readonly type: string
  readonly error: boolean
  /** FILETIME. */
  readonly time: string
  readonly message: string
  /** `uid` of the event that it is. */
  readonly uid: string
  /** ConnectionMode, ProfileName, SSID, Reason, where they are told. */
  readonly facts: readonly Member[]
}

/**
 * Lines of a message. Its line ends are CR CR LF, which some readers of XML took for two: where all of them are
 * doubled, one of each pair is left out.
 */
export function messageText(text: string): string {
  const lines = text.replace(/\r*\n/g, '\n').trim()
  const runs = lines.match(/\n+/g) ?? []
  return runs.every(run => run.length % 2 === 0) ? lines.replaceAll('\n\n', '\n') : lines
}
