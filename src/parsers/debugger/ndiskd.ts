import {fieldsOf} from '../etw/payload.js'
import {lineRecord} from '../line-record.js'
import {splitLines} from '../lines.js'
import type {Parser, ParserRun, RecordSink} from '../parser.js'
import {Strangers} from '../strangers.js'
import {type NdiskdLine, readNdiskdLine} from './ndiskd-row.js'

const PROMPT = /^(?:\d{1,4}: (?:kd|lkd)|lkd|kd)> ?(.*)$/
const COMMAND = /^\s*!ndiskd\.[a-z]+/i
const HEADINGS = /^WDI (?:ADAPTER|MINIDRIVER|MINI-?DRIVER|DRIVER)\s*$/m

/**
 * State of a WDI adapter or its driver in the debugger: `!ndiskd.wdiadapter`, `!ndiskd.wdiminidriver` (formats.md 1.8).
 * Every row is a record without time, which names its section in `fields`.
 */
export const ndiskd: Parser = {
  id: 'ndiskd',
  title: 'adapter state of the debugger (!ndiskd)',
  sniff(head) {
    const text = head.trimStart().slice(0, 65_536)
    const [first = ''] = text.split('\n', 1)
    if (COMMAND.test(PROMPT.exec(first.trimEnd())?.[1] ?? first)) return 0.9
    const top = text.split('\n', 8).join('\n')
    return HEADINGS.test(top) && /^ {2,8}\S+(?: \S+)* {2,}\S/m.test(text) ? 0.8 : 0
  },
  start: (sink, _options, bytes) => {
    const rows = new NdiskdRows(sink)
    const lines = splitLines(
      bytes,
      (text, line, offset) => rows.line(text, line, offset),
      problem => sink.problem(problem),
    )
    const run: ParserRun = {
      text: chunk => lines.text(chunk),
      end() {
        lines.end()
        rows.end()
      },
    }
    return run
  },
}

class NdiskdRows {
  readonly #sink: RecordSink
  #section: string | null = null
  #columns: Extract<NdiskdLine, {kind: 'columns'}>['columns'] | null = null
  /** Output of another command. */
  #aside = false
  readonly #strangers = new Strangers()

  constructor(sink: RecordSink) {
    this.#sink = sink
    sink.problem({
      line: 0,
      offset: 0,
      message: 'The debugger shows the state of one moment here, without times: sessions cannot be told from it.',
    })
  }

  line(text: string, line: number, offset: number): void {
    const prompt = PROMPT.exec(text)
    if (prompt !== null) {
      this.#aside = prompt[1] !== '' && !COMMAND.test(prompt[1] as string)
      this.#section = this.#columns = null
      return
    }
    if (text.trim() === '') {
      this.#columns = null
      return
    }
    if (this.#aside) {
      this.#strangers.add(line, offset)
      return
    }
    const read = readNdiskdLine(text, this.#columns)
    if (read.kind === 'section') {
      this.#section = read.name
      this.#columns = null
    } else if (read.kind === 'columns') {
      this.#columns = this.#section === 'MORE INFORMATION' ? null : read.columns
    } else if (read.kind === 'row' && this.#section !== 'MORE INFORMATION') {
      const section = this.#section === null ? [] : [{name: 'section', value: this.#section}]
      const fields = fieldsOf([...section, ...read.members], 'value')
      this.#sink.format('ndiskd')
      this.#sink.record(lineRecord(text, line, offset, {message: read.message, fields, momentary: true}))
    }
  }

  end(): void {
    this.#strangers.tell(
      this.#sink,
      n => `${n} lines are output of other commands of the debugger; they were not read.`,
    )
  }
}
