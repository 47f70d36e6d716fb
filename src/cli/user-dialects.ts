import type {Dialect} from '../dialects/dialect.js'
import {literalsOf} from '../dialects/index.js'
import {runDialectTests} from '../dialects/user/run-dialect-tests.js'
import {loadDialect} from '../dialects/user/user-dialect.js'
import {canLookFor} from '../parsers/scan/literal-table.js'
import {textOf} from './text-of.js'
import {UserError} from './user-error.js'

/**
 * The dialects of these files. With `test` their own tests run first: each failure is a note, and any
 * failure ends the run, for a dialect that misreads its own examples will misread the trace.
 */
export function userDialects(
  paths: readonly string[],
  test: boolean,
  note: (text: string) => void,
): readonly Dialect[] {
  return paths.map(path => {
    const dialect = loadDialect(textOf(path, 'dialect'), path)
    const failures = test ? runDialectTests(dialect) : []
    for (const {file, line, message} of failures) note(`${file}:${line}: ${message}`)
    if (failures.length > 0) {
      const what = failures.length === 1 ? 'One test' : `${failures.length} tests`
      throw new UserError(2, `${what} of the dialect ${path} failed.`, 'Correct its rules or its tests.')
    }
    return dialect
  })
}

/** Why no record can be passed over unread, a sentence for each dialect that is to blame. */
export function readsInFull(dialects: readonly Dialect[]): readonly string[] {
  return dialects
    .filter(dialect => !canLookFor(literalsOf([dialect]) ?? NEVER))
    .map(
      ({title}) =>
        `Every record is read, which takes longer: the ${title} has a rule without a fixed piece of text, of at least three ASCII characters, that all its lines hold.`,
    )
}

const NEVER = [{text: '', exact: false, around: false}]
