import {SaxesParser} from 'saxes'
import {UserFileError} from '../files/user-file-error.js'

/** One filter of a TextAnalysisTool.NET file that is switched on (formats.md 6). */
export interface TatFilter {
  /** Number in the file, from 1, the disabled ones counted. */
  readonly number: number
  readonly line: number
  readonly column: number
  /** Lines that match are hidden, not shown. */
  readonly excluding: boolean
  readonly caseSensitive: boolean
  readonly regex: boolean
  readonly text: string
}

/** Files of filters are a few KiB long. */
const LARGEST = 1 << 20
const MOST = 2000
const LONGEST = 4096
const ROOT = 'TextAnalysisTool.NET'

/**
 * The enabled filters of a .tat file in its order. Throws a UserFileError where the file is none, or where a filter is
 * not one of lines by their text: marks that somebody set in the viewer are not in the file.
 */
export function readTatFile(source: string, file: string): readonly TatFilter[] {
  const fail = (sentence: string, line = 1, column = 1) => new UserFileError(file, line, column, sentence)
  if (source.length > LARGEST) throw fail('the file is larger than 1 MiB: this is no file of filters')
  const filters: TatFilter[] = []
  let number = 0
  let depth = 0
  let place = {line: 1, column: 1}
  const parser = new SaxesParser({position: true, xmlns: false})
  parser.on('error', error => {
    throw fail(`this is no valid XML: ${error.message.replace(/^\d+:\d+: /, '')}`, parser.line, parser.column + 1)
  })
  parser.on('opentagstart', () => {
    place = {line: parser.line, column: parser.column}
  })
  parser.on('opentag', ({name, attributes}) => {
    if (depth++ === 0 && name !== ROOT)
      throw fail(`the file is no filters of TextAnalysisTool.NET, but <${name.slice(0, 60)}>`)
    if (name !== 'filter') return
    number++
    const failHere = (sentence: string) => fail(`filter ${number} ${sentence}`, place.line, place.column)
    if (number > MOST) throw failHere(`is one too many: at most ${MOST} are used`)
    const value = (key: string): string | undefined => (Object.hasOwn(attributes, key) ? attributes[key] : undefined)
    const flag = (key: string, otherwise: boolean): boolean => {
      const said = value(key) ?? (otherwise ? 'y' : 'n')
      if (said !== 'y' && said !== 'n') throw failHere(`has ${key}="${said.slice(0, 60)}", which is neither y nor n`)
      return said === 'y'
    }
    const facts = {
      excluding: flag('excluding', false),
      caseSensitive: flag('case_sensitive', false),
      regex: flag('regex', false),
    }
    if (!flag('enabled', true)) return
    const type = value('type') ?? 'matches_text'
    if (type !== 'matches_text') {
      throw failHere(`is of type ${type.slice(0, 60)}: only matches_text can be used; switch it off (enabled="n")`)
    }
    const text = value('text')
    if (text === undefined || text === '') throw failHere('has no text')
    if (text.length > LONGEST) throw failHere(`has a text of more than ${LONGEST} characters`)
    filters.push({number, ...place, ...facts, text})
  })
  parser.on('closetag', () => {
    depth--
  })
  parser.write(source.replace(/^\ufeff/, '')).close()
  return filters
}
