import {RE2JS, RE2JSException} from 're2js'
import {UserFileError} from '../files/user-file-error.js'
import {readTatFile, type TatFilter} from './tat-file.js'

/** Chooses lines as TextAnalysisTool.NET does under "show only filtered lines". */
export interface LineFilter {
  /** True where one of the including filters matches, or there is none, and no excluding one does. */
  shows(line: string): boolean
  /** No filter is switched on: every line is shown. */
  readonly idle: boolean
}

type Test = (line: string, lower: string) => boolean

/** A line is at most 4,096 characters long, and there are at most 2,000 filters: together they cost no more than this. */
const LARGEST = 5000

/** The filters of a .tat file. Throws a UserFileError where they cannot be used. */
export function lineFilter(source: string, file: string): LineFilter {
  const filters = readTatFile(source, file)
  let size = 0
  const testOf = (filter: TatFilter): Test => {
    if (!filter.regex) return literalTest(filter)
    const pattern = compile(filter, file)
    size += pattern.programSize()
    if (size > LARGEST) throw unusable(filter, file, 'the regular expressions are too large together to be matched')
    return line => pattern.matcher(line).find()
  }
  const including = filters.filter(({excluding}) => !excluding).map(testOf)
  const excluding = filters.filter(filter => filter.excluding).map(testOf)
  return {
    idle: filters.length === 0,
    shows(line) {
      const lower = line.toLowerCase()
      if (including.length > 0 && !including.some(test => test(line, lower))) return false
      return !excluding.some(test => test(line, lower))
    },
  }
}

function literalTest({text, caseSensitive}: TatFilter): Test {
  if (caseSensitive) return line => line.includes(text)
  const small = text.toLowerCase()
  return (_, lower) => lower.includes(small)
}

/** Always in linear time: what .NET has beyond that is refused. */
function compile(filter: TatFilter, file: string): RE2JS {
  try {
    return RE2JS.compile(filter.text, filter.caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const look = /\(\?(?:<?[=!]|>)/.test(filter.text)
    const why = look
      ? 'it uses look-around, which cannot be matched in linear time'
      : /\\(?:[1-9]|k)/.test(filter.text)
        ? 'it refers back to a group, which cannot be matched in linear time'
        : error.message.slice(0, 200)
    throw unusable(filter, file, why)
  }
}

function unusable({number, line, column}: TatFilter, file: string, why: string): UserFileError {
  return new UserFileError(file, line, column, `the regular expression of filter ${number} cannot be used: ${why}`)
}
