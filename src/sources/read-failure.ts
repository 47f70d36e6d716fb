import {SourceError} from './source.js'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path',
  EACCES: 'may not be read; ask for permission to read it',
  EPERM: 'may not be read; ask for permission to read it',
  EISDIR: 'is a folder; give its files, or the folder by its path',
  EBUSY: 'is in use by another program; close that program or copy the file',
  EMFILE: 'could not be opened, because too many files are open; give fewer files at a time',
  ELOOP: 'is a link that leads back to itself; give the file it is meant for',
  EIO: 'could not be read to its end, because the disk reports an error; copy it again from where it came from',
}

/** Why a file, a folder or stdin could not be read, as a sentence for the user. */
export function readFailure(path: string, error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const reason = REASONS[code] ?? `could not be read (${code === '' ? String(error) : code}); try a copy of it`
  return new SourceError(`${quoted(path)} ${reason}.`)
}

/** A path inside a sentence. */
export function quoted(path: string): string {
  return path === '-' ? 'Standard input' : `"${path}"`
}
