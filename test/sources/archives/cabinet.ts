import {deflateRawSync} from 'node:zlib'
import {type LzxOptions, lzxFrames} from './lzx-frames.js'

export interface CabinetMember {
  readonly name: string
  readonly data: string | Uint8Array
  /** Number of the folder, from 0; 0xfffd and up: in other cabinets too. */
  readonly folder?: number
  readonly utf8?: boolean
  readonly size?: number
  readonly start?: number
}

export interface CabinetOptions {
  /** Of every folder; 0: stored, 1: MSZIP, 3: LZX, with the width of its window in the upper byte. */
  readonly method?: number
  readonly lzx?: LzxOptions
  /** Bytes reserved in header, folders and blocks. */
  readonly reserved?: readonly [number, number, number]
  /** Names of the cabinet and disk behind this one. */
  readonly next?: readonly [string, string]
  readonly sums?: boolean
  /** Of unpacked bytes in a block. */
  readonly block?: number
  /** Folders have the data of the first one. */
  readonly shared?: boolean
}

/** A cabinet as [MS-CAB] has it. */
export function cabinet(members: readonly CabinetMember[], options: CabinetOptions = {}): Buffer {
  const {method = 1, lzx = {}, reserved, next, sums = true, block = 32768, shared = false} = options
  const [inHeader, inFolder, inBlock] = reserved ?? [0, 0, 0]
  const count = Math.max(1, ...members.map(({folder = 0}) => (folder < 0xfffd ? folder + 1 : 1)))
  const data = Array.from({length: count}, (_, i) =>
    members.filter(({folder = 0}) => folder === i || (folder >= 0xfffd && i === 0)),
  )
  const starts = new Map<CabinetMember, number>()
  const folders = data.map(files => {
    let at = 0
    for (const file of files) {
      starts.set(file, at)
      at += Buffer.from(file.data as string).length
    }
    return blocks(Buffer.concat(files.map(file => Buffer.from(file.data as string))), {
      method,
      lzx,
      inBlock,
      sums,
      block,
    })
  })

  const table = members.map(member => {
    const head = Buffer.alloc(16)
    head.writeUInt32LE(member.size ?? Buffer.from(member.data as string).length, 0)
    head.writeUInt32LE(member.start ?? (starts.get(member) as number), 4)
    head.writeUInt16LE(member.folder ?? 0, 8)
    head.writeUInt16LE(member.utf8 ? 0x80 : 0x20, 14)
    return Buffer.concat([head, Buffer.from(member.name, member.utf8 ? 'utf8' : 'latin1'), Buffer.alloc(1)])
  })
  const files = Buffer.concat(table)
  const spaces = Buffer.alloc(reserved ? 4 + inHeader : 0)
  if (reserved) {
    spaces.writeUInt16LE(inHeader, 0)
    spaces[2] = inFolder
    spaces[3] = inBlock
  }
  const names = Buffer.from(next ? `${next[0]}\0${next[1]}\0` : '', 'latin1')
  const first = 36 + spaces.length + names.length + count * (8 + inFolder)
  const folderTable = Buffer.alloc(count * (8 + inFolder))
  let at = first + files.length
  const begins = at
  folders.forEach(({bytes, blocks}, i) => {
    folderTable.writeUInt32LE(shared ? begins : at, i * (8 + inFolder))
    folderTable.writeUInt16LE(blocks, i * (8 + inFolder) + 4)
    folderTable.writeUInt16LE(method, i * (8 + inFolder) + 6)
    at += bytes.length
  })
  const header = Buffer.alloc(36)
  header.write('MSCF', 0, 'latin1')
  header.writeUInt32LE(at, 8)
  header.writeUInt32LE(first, 16)
  header[24] = 3
  header[25] = 1
  header.writeUInt16LE(count, 26)
  header.writeUInt16LE(members.length, 28)
  header.writeUInt16LE((reserved ? 4 : 0) | (next ? 2 : 0), 30)
  return Buffer.concat([header, spaces, names, folderTable, files, ...folders.map(({bytes}) => bytes)])
}

interface BlockOptions {
  readonly method: number
  readonly lzx: LzxOptions
  readonly inBlock: number
  readonly sums: boolean
  readonly block: number
}

function blocks(data: Buffer, {method, lzx, inBlock, sums, block}: BlockOptions): {bytes: Buffer; blocks: number} {
  const parts: Buffer[] = []
  let before: Buffer | null = null
  const frames = (method & 0xf) === 3 ? lzxFrames(data, method >> 8, lzx) : []
  for (let at = 0; at < data.length; at += block) {
    const plain = data.subarray(at, at + block)
    const dictionary: {dictionary?: Buffer} = before === null ? {} : {dictionary: before}
    const packed =
      method === 1
        ? Buffer.concat([Buffer.from('CK'), deflateRawSync(plain, {level: 9, ...dictionary})])
        : (frames[parts.length / 3] ?? plain)
    before = plain
    const head = Buffer.alloc(8)
    head.writeUInt16LE(packed.length, 4)
    head.writeUInt16LE(plain.length, 6)
    if (sums) head.writeUInt32LE(sum(head.subarray(4), sum(packed, 0)), 0)
    parts.push(head, Buffer.alloc(inBlock, 0xee), packed)
  }
  return {bytes: Buffer.concat(parts), blocks: parts.length / 3}
}

/** CSUMCompute of [MS-CAB] 3.1. */
function sum(bytes: Buffer, seed: number): number {
  let result = seed
  let at = 0
  for (; at + 4 <= bytes.length; at += 4) result = (result ^ bytes.readUInt32LE(at)) >>> 0
  let rest = 0
  switch (bytes.length - at) {
    case 3:
      rest = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)
      break
    case 2:
      rest = ((bytes[at] as number) << 8) | (bytes[at + 1] as number)
      break
    case 1:
      rest = bytes[at] as number
      break
  }
  return (result ^ rest) >>> 0
}
