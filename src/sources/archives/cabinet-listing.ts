import {limitsOf, takeLimit} from './limits.js'
import {bytesAt, type Store} from './store.js'
import type {Listing} from './zip-entry.js'

/**
 * A file in a cabinet, as [MS-CAB] 2.3 has it. All files of a folder are packed as one; `start` and `size` are their place in the
 * folder, unpacked, in bytes.
 */
export interface CabinetFile {
  readonly name: string
  readonly folder: CabinetFolder
  readonly start: number
  readonly size: number
  /** Why it cannot be read at all, as the rest of a sentence; null: it can be tried. */
  readonly refusal: string | null
}

/** 2.3.2: blocks of packed data, one behind the other. */
export interface CabinetFolder {
  /** Where the first block stands and where the next folder's begins. */
  readonly offset: number
  readonly limit: number
  readonly blocks: number
  readonly method: number
  /** Of LZX: as a power of two. */
  readonly window: number
  /** Bytes in the head of every block that are for others. */
  readonly reserved: number
}

export interface CabinetListing extends Listing<CabinetFile> {}

export const METHOD = {stored: 0, mszip: 1, quantum: 2, lzx: 3}
const HEADER_LENGTH = 36
const FLAG = {previous: 1, next: 2, reserve: 4}
/** Numbers of folders that begin or end in another cabinet of a set. */
const FIRST_ELSEWHERE = 0xfffd
const NAME_IS_UTF8 = 0x80
/** With the zero at its end. */
const LONGEST_NAME = 257

const BAD_LIST = {
  entries: [],
  failure:
    'ends too early or is damaged, so that its list of contents cannot be read; copy it again from where it came from',
}

/** Files in the order of their data. */
export function cabinetListing(store: Store): CabinetListing {
  const header = bytesAt(store, 0, HEADER_LENGTH)
  if (header.length < HEADER_LENGTH) return BAD_LIST
  const flags = header.readUInt16LE(30)
  const spaces = (flags & FLAG.reserve) === 0 ? null : bytesAt(store, HEADER_LENGTH, 4)
  if (spaces !== null && spaces.length < 4) return BAD_LIST
  const [own = 0, perFolder = 0, perBlock = 0] = spaces ? [4 + spaces.readUInt16LE(0), spaces[2], spaces[3]] : []
  let at = HEADER_LENGTH + own
  // Names of the cabinets and disks before and behind.
  for (const flag of [FLAG.previous, FLAG.previous, FLAG.next, FLAG.next]) {
    if ((flags & flag) !== 0) at += textAt(store, at).length + 1
  }
  const count = header.readUInt16LE(26)
  const table = bytesAt(store, at, count * (8 + perFolder))
  if (table.length < count * (8 + perFolder)) return BAD_LIST
  const folders = foldersOf(table, 8 + perFolder, Math.min(header.readUInt32LE(8), store.size), perBlock)
  return files(store, header.readUInt32LE(16), header.readUInt16LE(28), folders)
}

function foldersOf(table: Buffer, length: number, end: number, reserved: number): CabinetFolder[] {
  const all = Array.from({length: table.length / length}, (_, i) => table.subarray(i * length))
  const limits = limitsOf(
    all.map(entry => entry.readUInt32LE(0)),
    end,
  )
  return all.map(entry => {
    const offset = entry.readUInt32LE(0)
    const blocks = entry.readUInt16LE(4)
    const limit = blocks === 0 ? offset : takeLimit(limits, offset)
    return {offset, limit, blocks, method: entry.readUInt16LE(6) & 0xf, window: (entry[7] as number) & 0x1f, reserved}
  })
}

function files(store: Store, first: number, count: number, folders: readonly CabinetFolder[]): CabinetListing {
  const found: CabinetFile[] = []
  let at = first
  for (let i = 0; i < count; i++) {
    const head = bytesAt(store, at, 16)
    const name = textAt(store, at + 16)
    const folder = head.length < 16 ? undefined : folderOf(head.readUInt16LE(8), folders)
    if (folder === undefined || name.length === LONGEST_NAME || at + 16 + name.length >= store.size) {
      return {entries: inOrder(found), failure: BAD_LIST.failure}
    }
    at += 16 + name.length + 1
    const utf8 = (head.readUInt16LE(14) & NAME_IS_UTF8) !== 0
    found.push({
      name: name.toString(utf8 ? 'utf8' : 'latin1'),
      folder,
      start: head.readUInt32LE(4),
      size: head.readUInt32LE(0),
      refusal: refusal(head.readUInt16LE(8), folder),
    })
  }
  return {entries: inOrder(found), failure: null}
}

const folderOf = (index: number, folders: readonly CabinetFolder[]): CabinetFolder | undefined =>
  index < FIRST_ELSEWHERE ? folders[index] : folders[index === FIRST_ELSEWHERE ? 0 : folders.length - 1]

function refusal(index: number, {method, window}: CabinetFolder): string | null {
  if (index >= FIRST_ELSEWHERE) {
    return 'is in several cabinets of a set; unpack the set, for example with "expand", and give what was in it'
  }
  if (method === METHOD.stored || method === METHOD.mszip) return null
  if (method === METHOD.lzx && window >= 15 && window <= 21) return null
  const name = method === METHOD.quantum ? 'Quantum' : `number ${method}`
  return `is packed by a method that roamscope does not read (${name}); unpack its archive, for example with "expand", and give what was in it`
}

/** What is read in the order of its data is unpacked once. */
function inOrder(files: readonly CabinetFile[]): CabinetFile[] {
  const sorted = [...files].sort((a, b) => a.folder.offset - b.folder.offset || a.start - b.start)
  let previous: CabinetFile | null = null
  return sorted.map(file => {
    const shares = previous?.folder === file.folder && file.start < previous.start + previous.size
    if (!shares) previous = file
    // Files that share their data are made to exhaust.
    return shares && file.size > 0
      ? {
          ...file,
          refusal: 'lies where another file of its cabinet lies; copy the cabinet again from where it came from',
        }
      : file
  })
}

/** Up to a zero; without one 257 bytes, or what is left. */
function textAt(store: Store, offset: number): Buffer {
  const bytes = bytesAt(store, offset, LONGEST_NAME)
  const end = bytes.indexOf(0)
  return end === -1 ? bytes : bytes.subarray(0, end)
}
