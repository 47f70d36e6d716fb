import {openInput} from '../../../src/parsers/open.js'
import {Wanted} from '../../../src/parsers/scan/wanted.js'

/** Lines of the records, and of problems, that are read of a text where records with a literal are wanted. */
export function linesHandedOn(text: string, literal: string, headLength: number, withId = false): readonly number[] {
  const lines: number[] = []
  const sink = {
    notes: {
      ...{lostEvents: 0, lostBuffers: 0, zone: 'local' as const},
      ...{granularityUs: null, headerStartUs: null, headerEndUs: null},
    },
    record: ({line}: {line: number}) => void lines.push(line),
    problem: ({line}: {line: number}) => void lines.push(line),
    passed: () => {},
    format: () => {},
    event: () => {},
    capabilities: () => {},
  }
  const wanted = new Wanted([{text: literal, exact: false, around: false, withId}])
  const opened = openInput(sink, {tzMinutes: null, dateOrder: null, prefix: null}, wanted, headLength)
  opened.bytes(Buffer.from(text))
  opened.end()
  return lines
}
