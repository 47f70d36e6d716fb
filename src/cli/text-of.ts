import {readFileSync} from 'node:fs'
import {UserError} from './user-error.js'

/** The text of a file that the user wrote; `kind` names it where it cannot be read. */
export function textOf(path: string, kind: string, hint = 'Name a YAML or JSON file.'): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(2, `The ${kind} file ${path} cannot be read: ${why}.`, hint)
  }
}
