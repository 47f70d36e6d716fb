import {type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader} from 'yauzl'
import {SourceError} from '../source.js'
import {limitsOf, takeLimit} from './limits.js'
import type {Store} from './store.js'
import type {Listing, ZipEntry} from './zip-entry.js'
import {zipRemains} from './zip-remains.js'

/** More files than this are not read: their names alone take too much memory. */
const MOST = 100_000
const UNIX = 3
const UTF8 = 0x800
const LINK = 0o120000

/** What a ZIP archive lists at its end; where that is missing or wrong, what can be found without it. */
export async function zipListing(store: Store): Promise<Listing<ZipEntry>> {
  try {
    return await directory(store)
  } catch (error) {
    // All others are complaints about the archive.
    if (error instanceof SourceError) throw error
    const entries = await zipRemains(store, MOST)
    const found = entries.length === 0 ? 'nothing was found without it' : 'what was found without it was read'
    return {
      entries,
      failure: `ends too early or is damaged, so that its list of contents cannot be read; ${found}: copy it again from where it came from`,
    }
  }
}

async function directory(store: Store): Promise<Listing<ZipEntry>> {
  const zip = await fromRandomAccessReaderPromise(readerOf(store), store.size, {
    autoClose: false,
    // Names are used for nothing but showing: none of them is reason enough to refuse an archive.
    decodeStrings: false,
    validateEntrySizes: false,
  })
  const start = Number(zip.readEntryCursor)
  const entries: ZipEntry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length === MOST) {
      const failure = `holds more than ${MOST} files, of which the first ${MOST} were read; unpack it, and give what is needed of it`
      return {entries: limited(entries, start), failure}
    }
    const name = nameOf(entry)
    if (!/[\\/]$/.test(name)) entries.push(entryOf(entry, name))
  }
  return {entries: limited(entries, start), failure: null}
}

/** yauzl reads the list and nothing else. */
function readerOf(store: Store): RandomAccessReader {
  class Reader extends RandomAccessReader {
    override read(...[buffer, offset, length, position, callback]: Parameters<RandomAccessReader['read']>): void {
      const read = store.read(buffer.subarray(offset, offset + length), position)
      callback(read < length ? new Error('The archive ends too early.') : null)
    }
  }
  return new Reader()
}

/** Unix tools write UTF-8 without saying so. */
const nameOf = ({versionMadeBy, generalPurposeBitFlag, fileNameRaw, extraFields}: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag | (isUnix(versionMadeBy) ? UTF8 : 0), fileNameRaw, extraFields, false)

const isUnix = (madeBy: number): boolean => madeBy >> 8 === UNIX

function entryOf(entry: Entry, name: string): ZipEntry {
  return {
    name,
    offset: entry.relativeOffsetOfLocalHeader,
    limit: 0,
    flags: entry.generalPurposeBitFlag,
    method: entry.compressionMethod,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    crc: entry.crc32,
    link: isUnix(entry.versionMadeBy) && ((entry.externalFileAttributes >>> 16) & 0o170000) === LINK,
  }
}

function limited(entries: readonly ZipEntry[], end: number): ZipEntry[] {
  const limits = limitsOf(
    entries.map(({offset}) => offset),
    end,
  )
  return entries.map(entry => ({...entry, limit: takeLimit(limits, entry.offset)}))
}
