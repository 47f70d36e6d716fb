import {readNumber} from '../etw/ids.js'
import {ElementCutter, type Piece} from '../markup/element-cutter.js'
import {attributesOf} from '../markup/tag.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'
import {readEventElement} from '../xml/event-element.js'
import {messageText, type ReportPlace, type ReportSession} from './report-event.js'
import {ReportRun} from './report-run.js'

/** `netsh wlan show wlanreport`, the XML file (formats.md 8). */
export const wlanReportXml: Parser = {
  id: 'wlanreport-xml',
  title: 'wlan report (XML)',
  sniff: head => (/^(?:\s|\ufeff|<\?[^>]*\?>|<!--[\s\S]*?-->)*<WlanReport[\s>]/.test(head) ? 1 : 0),
  start: (sink, options, bytes) => new WlanReportXml(sink, options, bytes),
}

/** Session's attributes, in the order in which they are told. */
const FACTS = ['success', 'interface', 'mode', 'profile', 'ssid', 'bss', 'disconnect', 'duration']

class WlanReportXml implements ParserRun {
  readonly #run: ReportRun
  readonly #cutter: ElementCutter
  #session: ReportSession | null = null
  #sessions = 0
  #closed = false
  #last = {line: 1, offset: 0}

  constructor(sink: RecordSink, options: ParseOptions, bytes: ByteLength) {
    this.#run = new ReportRun('wlanreport-xml', sink, options)
    this.#cutter = new ElementCutter(
      {
        whole: ['wlanevent', 'session'],
        tags: ['wlansession', 'wlanreport'],
        // Keys of networks; what commands printed.
        skip: ['profiles', 'scriptoutput'],
      },
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
    const {name, line, offset} = piece
    this.#last = {line, offset}
    if (name === '/wlanreport') this.#closed = true
    else if (name === 'wlansession') this.#session = this.#sessionOf(piece)
    else if (name === '/wlansession') this.#session = null
    else if (name === 'wlanevent' || name === 'session') this.#element(piece)
  }

  #sessionOf({xml}: Piece): ReportSession {
    const attributes = attributesOf(xml)
    const value = (name: string) => attributes.find(attribute => attribute.name === name)?.value ?? ''
    return {
      number: ++this.#sessions,
      interfaceGuid: value('guid') || null,
      facts: FACTS.map(name => ({name, value: value(name).trim()})),
    }
  }

  #element(piece: Piece): void {
    const {xml, line, offset, firstLine} = piece
    // The next line end is that of the element, not of a reader of XML.
    const element = readEventElement(xml.replace(/\r+\n/g, '\n'), false, piece.cut !== null)
    if (element === null || piece.cut === 'end') {
      const why = element === null ? 'This element is no well-formed XML' : 'The file ends inside this element'
      this.#run.problem({line, offset, message: `${why}: it was left out.`})
      return
    }
    const place: ReportPlace = {line, offset, text: firstLine}
    const value = (name: string) => element.other.get(name) ?? ''
    if (piece.name === 'session') {
      this.#run.snapshot({
        place,
        type: value('EventType'),
        error: value('EventError') === '1',
        time: value('EventTime'),
        message: messageText(value('EventMessage')),
        uid: value('CorrespondingEvent'),
        facts: [
          {name: 'ConnectionMode', value: value('EventConnectionMode')},
          {name: 'ProfileName', value: value('EventProfileName')},
          {name: 'SSID', value: value('EventSSID')},
          {name: 'Reason', value: value('EventDisconnectReason')},
        ],
      })
      return
    }
    const attributes = attributesOf(xml.slice(0, xml.indexOf('>') + 1))
    const attribute = (name: string) =>
      attributes
        .find(one => one.name === name)
        ?.value.trim()
        .replace(/\s+/g, ' ') ?? ''
    this.#run.event({
      place,
      uid: value('UID'),
      type: attribute('type'),
      error: attribute('error') === '1',
      id: readNumber(value('EventID')),
      level: value('EventLevel'),
      time: value('EventTime'),
      message: messageText(value('EventMessage')),
      session: this.#session,
    })
  }
}
