import {readFileSync} from 'node:fs'
import type {Dialect} from '../dialects/dialect.js'
import {runDialectTests} from '../dialects/user/run-dialect-tests.js'
import {loadDialect} from '../dialects/user/user-dialect.js'
import {UserError} from './user-error.js'

/**
 * The dialect of `--dialect FILE`, or none. With `test` its own tests run first: each failure is a note, and any
 * failure ends the run, for a dialect that misreads its own examples will misread the trace.
 */
export function userDialects(path: string | null, test: boolean, note: (text: string) => void): readonly Dialect[] {
  if (path === null) return []
  const dialect = loadDialect(textOf(path), path)
  const failures = test ? runDialectTests(dialect) : []
  for (const {file, line, message} of failures) note(`${file}:${line}: ${message}`)
  if (failures.length > 0) {
    const what = failures.length === 1 ? 'One test' : `${failures.length} tests`
    throw new UserError(2, `${what} of the dialect ${path} failed.`, 'Correct its rules or its tests.')
  }
  return [dialect]
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(2, `The dialect file ${path} cannot be read: ${why}.`, 'Name a YAML or JSON file.')
  }
}
