import {crc32, deflateRawSync} from 'node:zlib'

/** A file for an archive; what is not told is as it should be. */
export interface ZipFile {
  readonly name: string | Buffer
  readonly data: string | Uint8Array
  /** 8: deflated. */
  readonly method?: number
  readonly flags?: number
  /** Sizes and check sum behind the data, with or without their signature. */
  readonly behind?: 'signed' | 'bare'
  /** What the archive says; the rest goes by the data. */
  readonly size?: number
  readonly crc?: number
  readonly packed?: Uint8Array
  readonly madeBy?: number
  readonly attributes?: number
  /** Sizes and offset in the extra field for archives above 4 GiB. */
  readonly long?: boolean
  /** Its entry in the list of contents points to the data of that file. */
  readonly sameAs?: number
}

export interface ZipOptions {
  /** No list of contents. */
  readonly cut?: boolean
  readonly comment?: string
}

/** ZIP as APPNOTE.TXT has it: 4.3.7 local header, 4.3.9 sizes behind the data, 4.3.12 list, 4.3.16 its end. */
export function zip(files: readonly ZipFile[], {cut = false, comment = ''}: ZipOptions = {}): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const file of files) {
    const data = Buffer.from(file.data as string)
    const name = Buffer.from(file.name as string)
    const method = file.method ?? 8
    const packed = Buffer.from(file.packed ?? (method === 8 ? deflateRawSync(data) : data))
    const crc = file.crc ?? crc32(data)
    const size = file.size ?? data.length
    const flags = (file.flags ?? 0x800) | (file.behind ? 8 : 0)
    const told = file.long ? {packed: 0xffffffff, size: 0xffffffff} : {packed: packed.length, size}
    const offset = file.sameAs === undefined ? at : (offsets[file.sameAs] as number)
    offsets.push(offset)

    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    if (!file.behind) {
      local.writeUInt32LE(crc, 14)
      local.writeUInt32LE(told.packed, 18)
      local.writeUInt32LE(told.size, 22)
    }
    local.writeUInt16LE(name.length, 26)
    const longLocal = file.long ? extra(size, packed.length) : Buffer.alloc(0)
    local.writeUInt16LE(longLocal.length, 28)
    if (file.sameAs === undefined) {
      const behind = file.behind ? sizesBehind(crc, packed.length, size, file.behind === 'signed') : Buffer.alloc(0)
      const piece = Buffer.concat([local, name, longLocal, packed, behind])
      parts.push(piece)
      at += piece.length
    }

    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(file.madeBy ?? 20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(told.packed, 20)
    entry.writeUInt32LE(told.size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(file.attributes ?? 0, 38)
    entry.writeUInt32LE(file.long ? 0xffffffff : offset, 42)
    const longEntry = file.long ? extra(size, packed.length, offset) : Buffer.alloc(0)
    entry.writeUInt16LE(longEntry.length, 30)
    list.push(Buffer.concat([entry, name, longEntry]))
  }
  if (cut) return Buffer.concat(parts)
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...parts, directory, end, Buffer.from(comment, 'latin1')])
}

function sizesBehind(crc: number, packed: number, size: number, signed: boolean): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(size, 12)
  return signed ? bytes : bytes.subarray(4)
}

function extra(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 + 8 * numbers.length)
  bytes.writeUInt16LE(1, 0)
  bytes.writeUInt16LE(8 * numbers.length, 2)
  numbers.forEach((n, i) => {
    bytes.writeBigUInt64LE(BigInt(n), 4 + 8 * i)
  })
  return bytes
}
