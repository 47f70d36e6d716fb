import {createInflateRaw} from 'node:zlib'
import {getFileNameLowLevel, parseExtraFields} from 'yauzl'
import {CHUNK_SIZE, InflateError, inflate} from '../inflate.js'
import {bytesAt, pieces, type Store} from './store.js'
import {DEFLATED, HEADER_LENGTH, HEADER_SIGNATURE, SIZES_BEHIND, type ZipEntry} from './zip-entry.js'

const ZIP64 = 0xffffffff

/** Files of a ZIP archive without its list of contents: one header after the other, as far as that leads. */
export async function zipRemains(store: Store, most: number): Promise<readonly ZipEntry[]> {
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < most; ) {
    const entry = entryAt(store, at)
    if (entry === null) break
    const start = at + HEADER_LENGTH + entry.own
    const packed = entry.packed ?? (await packedLength(store, start, entry.method))
    if (packed === null) break
    at = start + packed
    if (!/[\\/]$/.test(entry.name)) {
      entries.push({...entry, packed, limit: at, link: false})
    }
    if (entry.packed === null) at = behindSizes(store, at)
  }
  return entries
}

interface Header extends Pick<ZipEntry, 'name' | 'offset' | 'flags' | 'method' | 'size' | 'crc'> {
  /** null: told behind the data only. */
  readonly packed: number | null
  /** Length of name and extra fields. */
  readonly own: number
}

function entryAt(store: Store, offset: number): Header | null {
  const head = bytesAt(store, offset, HEADER_LENGTH)
  if (head.length < HEADER_LENGTH || head.readUInt32LE(0) !== HEADER_SIGNATURE) return null
  const flags = head.readUInt16LE(6)
  const nameLength = head.readUInt16LE(26)
  const own = nameLength + head.readUInt16LE(28)
  const rest = bytesAt(store, offset + HEADER_LENGTH, own)
  if (rest.length < own) return null
  const fields = extraFields(rest.subarray(nameLength))
  const name = getFileNameLowLevel(flags, rest.subarray(0, nameLength), fields, false)
  const header = {name, offset, flags, method: head.readUInt16LE(8), own}
  if ((flags & SIZES_BEHIND) !== 0) return {...header, packed: null, size: null, crc: null}
  const long = fields.find(({id}) => id === 1)?.data
  const sizes = {packed: head.readUInt32LE(18), size: head.readUInt32LE(22)}
  if (sizes.packed === ZIP64 || sizes.size === ZIP64) {
    if (long === undefined || long.length < 16) return null
    sizes.size = Number(long.readBigUInt64LE(0))
    sizes.packed = Number(long.readBigUInt64LE(8))
  }
  return {...header, ...sizes, crc: head.readUInt32LE(14)}
}

function extraFields(bytes: Buffer): ReturnType<typeof parseExtraFields> {
  try {
    return parseExtraFields(bytes)
  } catch {
    return []
  }
}

/** Deflated bytes tell their own end, and no others do; null where that cannot be found. */
async function packedLength(store: Store, start: number, method: number): Promise<number | null> {
  if (method !== DEFLATED) return null
  const engine = createInflateRaw({chunkSize: CHUNK_SIZE})
  try {
    for await (const _ of inflate(engine, pieces(store, start, store.size))) {
      // Only the length matters.
    }
    return engine.bytesWritten
  } catch (error) {
    if (!(error instanceof InflateError)) throw error
    // All that is left belongs to it: what is behind cannot be told from it.
    return store.size - start
  }
}

/** Where the next header stands: sizes come with or without a signature, in 4 or 8 bytes each. */
function behindSizes(store: Store, at: number): number {
  const bytes = bytesAt(store, at, 28)
  for (const length of [16, 12, 24, 20]) {
    if (bytes.length >= length + 2 && bytes.toString('latin1', length, length + 2) === 'PK') return at + length
  }
  return store.size
}
