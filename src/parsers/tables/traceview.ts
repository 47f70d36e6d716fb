import {splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, Passed, RecordSink} from '../parser.js'
import {readStamp, type Stamp} from '../stamps.js'
import {Strangers} from '../strangers.js'
import {type Fields, noFields} from '../wpp/fields.js'
import {createRowWriter, type RowFacts} from '../wpp/row-writer.js'
import {cpuOf, hexId} from './column-roles.js'
import {firstFilledLines} from './first-lines.js'
import {ownOf, type RowHead, RowHeads} from './row-heads.js'

/** Default columns in front of the time, and the session's id before them where its column was copied. */
const BEFORE = ['number', 'component', 'process', 'thread', 'cpu', 'sequence']
const OWN = ownOf(BEFORE)
/** TraceView is also seen to write 06\10\2005-14:25:43:968. */
const STAMP = /^(\d\d)[\\/](\d\d)[\\/](\d{4}-\d\d:\d\d:\d\d)[:.](\d{3,9})$/
const FEWEST_CELLS = 7

/** Rows copied from the message list of TraceView (formats.md 1.4): tabs between columns that the user chose, no heading. */
export const traceview: Parser = {
  id: 'traceview',
  title: 'rows copied from TraceView',
  sniff(head) {
    const lines = firstFilledLines(head)
    const rows = lines.filter(line => readRow(line) !== null).length
    return rows > 0 && rows * 2 > lines.length ? 0.55 : 0
  },
  start: startTraceView,
}

function startTraceView(sink: RecordSink, options: ParseOptions, bytes: ByteLength): ParserRun {
  const writer = createRowWriter('traceview', sink, options)
  const strangers = new Strangers()
  const heads = new RowHeads({format: 'traceview', form: 'tabs'})

  function take(text: string, line: number, offset: number): void {
    const row = readRow(text)
    if (row !== null) {
      heads.read(row.head)
      writer.open(text, line, offset, row)
    } else if (!writer.empty) writer.join(text, line, offset)
    else if (text.trim() !== '') strangers.add(line, offset)
  }

  const lines = splitLines(bytes, take, problem => sink.problem(problem))
  return {
    text: chunk => lines.text(chunk),
    skim: {
      kind: 'lines',
      own: OWN,
      layout: () => heads.latest,
      pass(passed: Passed) {
        writer.pass(passed)
        lines.jump(passed.line, passed.offset)
      },
    },
    end() {
      lines.end()
      writer.close()
      strangers.tell(
        sink,
        n => `${n === 1 ? 'One line belongs' : `${n} lines belong`} to no row; nothing was read of that.`,
      )
    },
  }
}

interface TableRow extends RowFacts {
  readonly head: RowHead | null
}

/** The time tells a row; what stands before it is sure only where all default columns are shown. */
function readRow(line: string): TableRow | null {
  const cells = line.split('\t', 64)
  if (cells.length < FEWEST_CELLS) return null
  const at = cells.slice(0, 9).findIndex(cell => stampOf(cell) !== null)
  if (at < 0) return null
  const before = cells.slice(0, at).map(cell => cell.trim())
  const behind = tailOf(line, at + 1).trimEnd()
  const shown = before.slice(before.length - BEFORE.length)
  const all = before.length >= BEFORE.length && [0, 4, 5].every(i => /^\d{1,10}$/.test(shown[i] as string))
  const value = (name: string) => (all ? (shown[BEFORE.indexOf(name)] as string) : '')
  return {
    cpu: cpuOf(value('cpu')),
    pid: hexId(value('process')),
    tid: hexId(value('thread')),
    stamp: stampOf(cells[at] as string),
    component: all ? value('component') : (before.find(cell => /[a-z]/i.test(cell) && hexId(cell) === null) ?? null),
    fields: all ? fieldsOf(shown) : null,
    undecoded: null,
    message: behind,
    head: headOf(cells[at] as string),
  }
}

function fieldsOf(shown: readonly string[]): Fields {
  const fields = noFields()
  for (const [i, name] of BEFORE.entries()) {
    const cell = shown[i] as string
    const told =
      name === 'component' || name === 'cpu' || ((name === 'process' || name === 'thread') && hexId(cell) !== null)
    if (!told && cell !== '') fields[name] = cell
  }
  return fields
}

function stampOf(cell: string): Stamp | null {
  const match = STAMP.exec(cell.trim())
  return match === null ? null : readStamp(`${match[1]}/${match[2]}/${match[3]}.${match[4]}`)
}

/** A stamp between blanks is not told quickly. */
function headOf(cell: string): RowHead | null {
  const match = STAMP.exec(cell)
  const [, , , , digits = ''] = match ?? []
  if (match === null) return null
  return {date: cell.slice(0, 11), fraction: digits.length, point: cell[19] as '.' | ':'}
}

/** Everything behind so many cells: a message may hold tabs, and columns may follow it. */
function tailOf(line: string, cells: number): string {
  let at = 0
  for (let n = 0; n < cells; n++) {
    const tab = line.indexOf('\t', at)
    if (tab < 0) return ''
    at = tab + 1
  }
  return line.slice(at)
}
