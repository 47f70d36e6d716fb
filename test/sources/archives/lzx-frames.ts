/** Kinds of blocks: without matches, with them, with the low bits of distances in a code of their own, unpacked. */
export type LzxKind = 'literal' | 'verbatim' | 'aligned' | 'plain'

export interface LzxOptions {
  /** Of the blocks, in turn. */
  readonly kinds?: readonly LzxKind[]
  /** Bytes in a block. */
  readonly length?: number
  /** What looks like calls in x86 programs is made absolute up to this size. */
  readonly calls?: number
}

const FRAME = 32768
const SLOTS = [30, 32, 34, 36, 38, 42, 50]
const extraOf = (slot: number) => Math.min(17, Math.max(0, (slot >> 1) - 1))
const bases = Array.from({length: 50}, (_, slot) => {
  let base = 0
  for (let i = 0; i < slot; i++) base += 2 ** extraOf(i)
  return base
})

type Token = {readonly literal: number} | {readonly length: number; readonly distance: number}

/** LZX with the plainest of codes: words of one length, or of two where they are not enough. One piece a frame. */
export function lzxFrames(data: Buffer, width: number, options: LzxOptions): Buffer[] {
  const {kinds = ['verbatim'], length = 50_000, calls = 0} = options
  const bytes = calls === 0 ? data : withAbsoluteCalls(data, calls)
  const out = new BitWriter()
  out.write(calls === 0 ? 0 : 1, 1)
  if (calls !== 0) out.write(calls, 32)
  const main = new Uint8Array(256 + 8 * (SLOTS[width - 15] as number))
  const long = new Uint8Array(249)
  const recent = [1, 1, 1]
  const seen = new Map<number, number>()
  const frames: Buffer[] = []
  let kind: LzxKind = 'plain'
  let left = 0
  let odd = false

  function begin(at: number): void {
    if (kind === 'plain' && odd) out.bytes(Buffer.alloc(1))
    kind = kinds[Math.floor(at / length) % kinds.length] as LzxKind
    left = Math.min(length, bytes.length - at)
    odd = left % 2 === 1
    out.write({literal: 1, verbatim: 1, aligned: 2, plain: 3}[kind], 3)
    out.write(left, 24)
    if (kind === 'plain') {
      out.padding()
      const distances = Buffer.alloc(12)
      recent.forEach((distance, i) => {
        distances.writeUInt32LE(distance, 4 * i)
      })
      out.bytes(distances)
      return
    }
    if (kind === 'aligned') for (let i = 0; i < 8; i++) out.write(3, 3)
    const wanted = kind === 'literal' ? [...flat(256), ...Array<number>(main.length - 256).fill(0)] : flat(main.length)
    writeLengths(out, main, wanted, 0, 256)
    writeLengths(out, main, wanted, 256, main.length)
    writeLengths(out, long, kind === 'literal' ? Array<number>(249).fill(0) : flat(249), 0, 249)
  }

  function next(at: number, stop: number): Token {
    if (at + 3 > stop) return {literal: bytes[at] as number}
    const key = bytes.readUIntBE(at, 3)
    const known = seen.get(key)
    seen.set(key, at)
    if (kind === 'literal' || known === undefined || at - known > 2 ** width - 3) return {literal: bytes[at] as number}
    let length = 3
    while (length < 257 && at + length < stop && bytes[known + length] === bytes[at + length]) length++
    return {length, distance: at - known}
  }

  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, (Math.floor(at / FRAME) + 1) * FRAME)
    while (at < end) {
      if (left === 0) begin(at)
      const stop = Math.min(end, at + left)
      if (kind === 'plain') {
        out.bytes(bytes.subarray(at, stop))
        left -= stop - at
        at = stop
        continue
      }
      const token = next(at, stop)
      writeToken(out, token, {main, long, recent, aligned: kind === 'aligned'})
      const size = 'literal' in token ? 1 : token.length
      at += size
      left -= size
    }
    frames.push(out.frame())
  }
  return frames
}

interface Codes {
  readonly main: Uint8Array
  readonly long: Uint8Array
  readonly recent: number[]
  readonly aligned: boolean
}

function writeToken(out: BitWriter, token: Token, {main, long, recent, aligned}: Codes): void {
  if ('literal' in token) {
    out.symbol(main, token.literal)
    return
  }
  const {length, distance} = token
  const again = recent.indexOf(distance)
  let slot = again
  if (again === -1) {
    slot = bases.findLastIndex(base => base <= distance + 2)
    recent.unshift(distance)
    recent.pop()
  } else {
    recent[again] = recent[0] as number
    recent[0] = distance
  }
  out.symbol(main, 256 + 8 * slot + Math.min(length - 2, 7))
  if (length >= 9) out.symbol(long, length - 9)
  if (again !== -1) return
  const rest = distance + 2 - (bases[slot] as number)
  const extra = extraOf(slot)
  if (!aligned || extra < 3) out.write(rest, extra)
  else {
    out.write(Math.floor(rest / 8), extra - 3)
    out.symbol(new Uint8Array(8).fill(3), rest % 8)
  }
}

/** As differences to the old ones; runs of zeros and of equal ones are said shorter. */
function writeLengths(out: BitWriter, old: Uint8Array, wanted: readonly number[], from: number, to: number): void {
  const code = Uint8Array.from(flat(20))
  for (const length of code) out.write(length, 4)
  for (let at = from; at < to; ) {
    const value = wanted[at] as number
    let run = 1
    while (at + run < to && wanted[at + run] === value) run++
    const change = ((old[at] as number) - value + 17) % 17
    if (value === 0 && run >= 20) {
      run = Math.min(run, 51)
      out.symbol(code, 18)
      out.write(run - 20, 5)
    } else if (value === 0 && run >= 4) {
      out.symbol(code, 17)
      out.write(run - 4, 4)
    } else if (run >= 4) {
      run = Math.min(run, 5)
      out.symbol(code, 19)
      out.write(run - 4, 1)
      out.symbol(code, change)
    } else {
      run = 1
      out.symbol(code, change)
    }
    old.fill(value, at, at + run)
    at += run
  }
}

/** Lengths of a complete code in which they differ by one at most. */
function flat(symbols: number): number[] {
  const most = Math.ceil(Math.log2(symbols))
  const short = 2 ** most - symbols
  return Array.from({length: symbols}, (_, i) => (i < short ? most - 1 : most))
}

class BitWriter {
  #bytes: number[] = []
  #word = 0
  #count = 0

  write(value: number, length: number): void {
    for (let i = length - 1; i >= 0; i--) {
      this.#word = this.#word * 2 + (Math.floor(value / 2 ** i) % 2)
      if (++this.#count === 16) this.#flush()
    }
  }

  /** The word of a symbol in the code with these lengths. */
  symbol(lengths: Uint8Array, symbol: number): void {
    const own = lengths[symbol] as number
    let code = 0
    lengths.forEach((length, i) => {
      if (length > 0 && (length < own || (length === own && i < symbol))) code += 2 ** (own - length)
    })
    this.write(code, own)
  }

  padding(): void {
    this.write(0, 16 - this.#count)
  }

  bytes(bytes: Uint8Array): void {
    for (const byte of bytes) this.#bytes.push(byte)
  }

  frame(): Buffer {
    if (this.#count > 0) this.padding()
    const bytes = Buffer.from(this.#bytes)
    this.#bytes = []
    return bytes
  }

  #flush(): void {
    this.#bytes.push(this.#word & 255, this.#word >> 8)
    this.#word = 0
    this.#count = 0
  }
}

function withAbsoluteCalls(data: Buffer, size: number): Buffer {
  const bytes = Buffer.from(data)
  for (let start = 0; start < bytes.length; start += FRAME) {
    const end = Math.min(bytes.length, start + FRAME)
    if (end - start <= 10) continue
    for (let at = start; at < end - 10; at++) {
      if (bytes[at] !== 0xe8) continue
      const call = bytes.readInt32LE(at + 1)
      if (call >= -at && call < size - at) bytes.writeInt32LE(call + at, at + 1)
      else if (call >= size - at && call < size) bytes.writeInt32LE(call - size, at + 1)
      at += 4
    }
  }
  return bytes
}
