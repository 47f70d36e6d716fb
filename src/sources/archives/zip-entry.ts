/** A file in a ZIP archive, as plain data. Offsets and sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  /** Of its local header. */
  readonly offset: number
  /** Where the next thing in the archive begins. */
  readonly limit: number
  readonly flags: number
  readonly method: number
  readonly packed: number
  /** Unpacked; null where nothing tells it, as for `crc`. */
  readonly size: number | null
  readonly crc: number | null
  /** A symbolic link: its content is a path. */
  readonly link: boolean
}

/** What an archive lists. */
export interface Listing<Entry> {
  readonly entries: readonly Entry[]
  /** Why this is not all, as the rest of a sentence about the archive; null: it is. */
  readonly failure: string | null
}

/** Of a local header, without the name. */
export const HEADER_LENGTH = 30
export const HEADER_SIGNATURE = 0x04034b50
export const STORED = 0
export const DEFLATED = 8
/** What Windows takes for large files. */
export const DEFLATED64 = 9
/** Bit of the flags: sizes and check sum stand behind the data. */
export const SIZES_BEHIND = 8
const ENCRYPTED = 0x2041

const METHODS: ReadonlyMap<number, string> = new Map([
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'xz'],
  [98, 'PPMd'],
])

/** Why an entry cannot be read at all, as the rest of a sentence; null: it can be tried. */
export function refusal({flags, method}: ZipEntry): string | null {
  if ((flags & ENCRYPTED) !== 0) return 'is encrypted; unpack its archive with the password, and give what was in it'
  if (method === STORED || method === DEFLATED || method === DEFLATED64) return null
  const name = METHODS.get(method) ?? `number ${method}`
  return `is packed by a method that roamscope does not read (${name}); unpack its archive with the program that made it, and give what was in it`
}
