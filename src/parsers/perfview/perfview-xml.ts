import type {Parser} from '../parser.js'
import {startEventAttributes} from './event-attributes.js'

/** "Save View as XML" of PerfView (formats.md 5.3). */
export const perfviewXml: Parser = {
  id: 'perfview-xml',
  title: 'PerfView XML',
  sniff: head => (/^\ufeff?\s*(?:<\?[^>]*\?>\s*)?<Events>\s*<Event EventName="[^"]*" TimeMsec="/.test(head) ? 1 : 0),
  start: (sink, _options, bytes) => startEventAttributes('perfview-xml', sink, bytes),
}
