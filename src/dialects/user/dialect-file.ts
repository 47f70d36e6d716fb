import {readUserFile, type UserFile} from '../../user/files/user-file.js'
import {DIALECT_SCHEMA, type DialectSpec} from './dialect-schema.js'

/** A dialect file with a valid form, and the places of its values for errors about their meaning. */
export type DialectFile = UserFile<DialectSpec>

/** Throws a UserFileError with line and column of the first mistake. */
export function readDialectFile(source: string, file: string): DialectFile {
  return readUserFile(source, file, {name: 'dialect', schema: DIALECT_SCHEMA})
}
