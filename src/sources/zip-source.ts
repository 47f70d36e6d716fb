import type {ZipEntry} from './archives/zip-entry.js'
import type {Source} from './source.js'
import {unpacked} from './unpacked.js'

/** Where a file of a ZIP archive is, as plain data. */
export interface ZipPlace {
  /** The file that holds the archive, which may be a part of it. */
  readonly file: string
  readonly start: number
  readonly length: number
  readonly entry: ZipEntry
}

/** A file of a ZIP archive on disk. `path`: what it is called in reports. */
export function zipSource(path: string, place: ZipPlace): Source {
  return {path, onDisk: true, place, bytes: () => unpacked(path, () => read(path, place))}
}

async function* read(path: string, {file, start, length, entry}: ZipPlace): AsyncGenerator<Uint8Array> {
  // Few runs need it.
  const {fileStore, stretch} = await import('./archives/store.js')
  const {zipBytes} = await import('./archives/zip-bytes.js')
  const store = stretch(fileStore(file), start, length)
  try {
    yield* zipBytes(store, entry, path)
  } finally {
    store.close()
  }
}
