import type {Member} from '../etw/payload.js'
import {ElementCutter, type Piece} from '../markup/element-cutter.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'
import {classOf, readEventRow, readFact} from './html-row.js'
import {readSnapshots} from './html-snapshots.js'
import type {ReportSession} from './report-event.js'
import {ReportRun} from './report-run.js'

/** `netsh wlan show wlanreport`, the page (formats.md 8), also as a browser saved it. */
export const wlanReportHtml: Parser = {
  id: 'wlanreport-html',
  title: 'wlan report (HTML)',
  sniff: head => (/^[\s\ufeff]*</.test(head) && /<title>\s*wlan report\s*<\/title>/i.test(head) ? 1 : 0),
  start: (sink, options, bytes) => new WlanReportHtml(sink, options, bytes),
}

/** The script holds an entry of some 1,000 characters for every session event. */
const LONGEST_SCRIPT = 16 * 1024 * 1024

class WlanReportHtml implements ParserRun {
  readonly #run: ReportRun
  readonly #cutter: ElementCutter
  readonly #bytes: ByteLength
  /** Paragraphs since the last table. */
  #facts = new Map<string, string>()
  #session: ReportSession | null = null
  #sessions = 0
  #closed = false
  #last = {line: 1, offset: 0}

  constructor(sink: RecordSink, options: ParseOptions, bytes: ByteLength) {
    this.#bytes = bytes
    this.#run = new ReportRun('wlanreport-html', sink, options)
    this.#cutter = new ElementCutter(
      // Text boxes hold what commands printed.
      {whole: ['p', 'tr', 'script'], tags: ['html'], skip: ['style', 'textarea'], longest: LONGEST_SCRIPT},
      bytes,
      piece => this.#piece(piece),
      problem => sink.problem(problem),
    )
  }

  text(chunk: string): void {
    this.#cutter.text(chunk)
  }

  end(): void {
    this.#cutter.end()
    this.#run.end(this.#closed, this.#last)
  }

  #piece(piece: Piece): void {
    const {name, line, offset, cut} = piece
    this.#last = {line, offset}
    if (name === '/html') this.#closed = true
    if (name === 'script') for (const snapshot of readSnapshots(piece, this.#bytes)) this.#run.snapshot(snapshot)
    else if (cut === 'end')
      this.#run.problem({line, offset, message: 'The file ends inside this element: it was left out.'})
    else if (name === 'p') this.#fact(readFact(piece.xml))
    else if (name === 'tr') this.#row(piece)
  }

  #fact(fact: Member | null): void {
    if (fact === null) return
    if (fact.name === 'interface') this.#facts = new Map()
    this.#facts.set(fact.name as string, fact.value)
  }

  #row(piece: Piece): void {
    if (/<th\b[^>]*event-header/i.test(piece.xml)) this.#header(piece)
    else {
      const event = readEventRow(piece, this.#session)
      if (event) this.#run.event(event)
      else if (event === undefined) {
        const {line, offset} = piece
        this.#run.problem({line, offset, message: 'This row has no event id and time: it was left out.'})
      }
    }
  }

  /** The first row of a session's table: its class says how the session went. */
  #header(piece: Piece): void {
    const facts = [...this.#facts].filter(([name]) => name !== 'guid').map(([name, value]) => ({name, value}))
    this.#session = {
      number: ++this.#sessions,
      interfaceGuid: this.#facts.get('guid') ?? null,
      facts: [{name: 'status', value: classOf(piece.xml)}, ...facts],
    }
    this.#facts = new Map()
  }
}
