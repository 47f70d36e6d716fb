import type {Undecoded} from '../../events/record.js'
import type {FormatId, ParseOptions, Passed, RecordSink} from '../parser.js'
import type {Stamp} from '../stamps.js'
import {createClock} from './clock.js'
import {componentTable, NAMELESS} from './component.js'
import type {Fields} from './fields.js'
import {createPending} from './pending.js'

/** What a row says of its record; null: it does not. */
export interface RowFacts {
  readonly cpu: number | null
  readonly pid: number | null
  readonly tid: number | null
  readonly stamp: Stamp | null
  readonly component: string | null
  readonly fields: Fields | null
  readonly undecoded: Undecoded | null
  readonly message: string
}

/** Records of a tool that prints WPP messages otherwise than in a listing. */
export interface RowWriter {
  /** No record is open. */
  readonly empty: boolean
  /** A record begins; the one before it is handed on. `writer`: another tool wrote this one. */
  open(text: string, line: number, offset: number, facts: RowFacts, writer?: FormatId): void
  /** One more line of the message; `glue` where it is more of the line before. */
  join(text: string, line: number, offset: number, glue?: string): void
  close(): void
  /** Records behind the one that is open were passed over. */
  pass(passed: Passed): void
}

const LONGEST_TEXT = 4096

export function createRowWriter(format: FormatId, sink: RecordSink, options: ParseOptions): RowWriter {
  const clock = createClock(options, sink.notes)
  const components = componentTable()
  const pending = createPending(sink)
  return {
    get empty() {
      return pending.empty
    },
    // One by one: to spread the facts takes several times as long as to read a row.
    open(text, line, offset, facts, writer = format) {
      const {stamp} = facts
      const from = facts.component === null ? NAMELESS : components(facts.component)
      pending.open({
        format: writer,
        line,
        offset,
        text: text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text,
        atUs: stamp === null ? null : clock.read(stamp),
        ns: stamp === null ? 0 : stamp.ns,
        cpu: facts.cpu,
        pid: facts.pid,
        tid: facts.tid,
        component: from,
        loss: from.loss,
        undecoded: facts.undecoded ?? from.undecoded,
        fields: facts.fields,
        message: facts.message,
      })
    },
    join: (text, line, offset, glue) => pending.join(text.trimEnd(), line, offset, glue),
    close: () => pending.close(),
    pass(passed) {
      pending.close()
      sink.format(passed.format)
      sink.passed(passed)
    },
  }
}
