import type {TraceRecord, Undecoded} from '../../events/record.js'
import {RT_LOST_EVENT, RT_LOST_EVENT_GUID} from '../etw/lost-events.js'
import type {FormatId, RecordSink} from '../parser.js'
import type {Component} from './component.js'
import type {Fields} from './fields.js'
import {readTraceLogging} from './tracelogging.js'

/** A message takes continuation lines up to this length. */
export const LONGEST_MESSAGE = 1 << 20

/** The facts of a record's first line. */
export interface FirstLine {
  readonly format: FormatId
  readonly line: number
  readonly offset: number
  readonly text: string
  readonly atUs: number | null
  readonly ns: number
  readonly cpu: number | null
  readonly pid: number | null
  readonly tid: number | null
  readonly component: Component
  /** Events were lost here: 32 to 34 as in RT_LostEvent; null: any other record. */
  readonly loss: number | null
  readonly undecoded: Undecoded | null
  readonly fields: Fields | null
  readonly message: string
}

/** The record whose continuation lines may still come. */
export interface Pending {
  readonly empty: boolean
  /** Hands on the record before it. */
  open(first: FirstLine): void
  /** Joins one more line, already without the blanks at its end; `glue` where it is more of the line before. */
  join(piece: string, line: number, offset: number, glue?: string): void
  close(): void
}

export function createPending(sink: RecordSink): Pending {
  let first: FirstLine | null = null
  let message = ''
  /** Blank lines met since; they belong to the message only if more of it follows. */
  let blanks = 0
  let full = false

  function close(): void {
    if (first === null) return
    const done = first
    first = null
    const json = message.charCodeAt(0) === 123 ? readTraceLogging(message) : null
    const record: TraceRecord = {
      line: done.line,
      offset: done.offset,
      text: done.text,
      atUs: done.atUs,
      ns: done.ns,
      cpu: done.cpu,
      pid: done.pid,
      tid: done.tid,
      provider: done.loss === null ? done.component.name : RT_LOST_EVENT,
      providerGuid: done.loss === null ? null : RT_LOST_EVENT_GUID,
      eventId: json === null ? done.loss : json.eventId,
      activityId: json === null ? null : json.activityId,
      message,
      fields: json === null ? done.fields : json.fields,
      undecoded: done.undecoded,
    }
    sink.format(done.format)
    sink.record(record)
  }

  return {
    get empty() {
      return first === null
    },
    open(next) {
      close()
      first = next
      message = next.message
      blanks = 0
      full = false
    },
    join(piece, line, offset, glue = '\n') {
      if (piece.length === 0) {
        blanks++
      } else if (message.length + blanks + piece.length < LONGEST_MESSAGE) {
        message += `${blanks === 0 ? glue : '\n'.repeat(blanks + 1)}${piece}`
        blanks = 0
      } else if (!full) {
        full = true
        const sentence = `The record has more than ${LONGEST_MESSAGE} characters; the rest of it was not read.`
        sink.problem({offset, line, message: sentence})
      }
    },
    close,
  }
}
