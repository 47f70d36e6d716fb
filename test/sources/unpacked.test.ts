import {createHash} from 'node:crypto'
import {deflateRawSync, gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {SourceError} from '../../src/sources/source.js'
import {unpacked} from '../../src/sources/unpacked.js'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  // One buffer for all pieces, as a file is read.
  const buffer = Buffer.alloc(size)
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size)
    buffer.set(piece)
    yield buffer.subarray(0, piece.length)
  }
}

async function readAll(bytes: Uint8Array, size = 4096): Promise<{text: string; error: Error | null}> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of unpacked('trace.gz', () => inPieces(bytes, size))) pieces.push(Buffer.from(piece))
  } catch (error) {
    return {text: Buffer.concat(pieces).toString('latin1'), error: error as Error}
  }
  return {text: Buffer.concat(pieces).toString('latin1'), error: null}
}

/** Text that does not compress to nothing. */
const text = Array.from({length: 400}, (_, i) => createHash('md5').update(`${i}`).digest('hex')).join('\n')

describe('unpacked', () => {
  it.each([1, 2, 3, 7, 4096])('passes plain bytes through and unpacks gzip, in pieces of %i', async size => {
    expect(await readAll(Buffer.from(text), size)).toEqual({text, error: null})
    expect(await readAll(gzipSync(text), size)).toEqual({text, error: null})
  })

  it('passes empty and very short files through', async () => {
    for (const short of ['', 'a', 'abc', '\x1f'])
      expect(await readAll(Buffer.from(short, 'latin1'))).toEqual({text: short, error: null})
  })

  it('reads gzip of several members and ignores zeros behind it', async () => {
    const two = Buffer.concat([gzipSync('first '), gzipSync('second'), Buffer.alloc(1000)])
    expect(await readAll(two)).toEqual({text: 'first second', error: null})
  })

  it('gives out all that a cut file still holds, wherever it is cut', async () => {
    const whole = gzipSync(text.slice(0, 2000))
    let longest = 0
    for (let length = 2; length < whole.length; length++) {
      const {text: got, error} = await readAll(whole.subarray(0, length))
      expect(error, `cut at ${length}`).toBeInstanceOf(SourceError)
      expect(text.startsWith(got), `cut at ${length}`).toBe(true)
      expect(got.length).toBeGreaterThanOrEqual(longest)
      longest = got.length
    }
    // Only the check sum is missing in the end.
    expect(longest).toBe(2000)
    const {error} = await readAll(whole.subarray(0, whole.length - 1))
    expect(error?.message).toBe(
      '"trace.gz" is a gzip file that ends too early; its first 2000 bytes, decompressed, were read: copy it again from where it came from.',
    )
  })

  it('keeps what came before a damaged place, but for its last 16 KiB', async () => {
    const long = text.repeat(8)
    const {text: got, error} = await readAll(Buffer.concat([gzipSync(long), Buffer.from('\x1f\x8bnonsense')]))
    expect(long.startsWith(got)).toBe(true)
    expect(got.length).toBeGreaterThan(long.length - 16 * 1024)
    expect(error?.message).toContain(`is damaged; its first ${got.length} bytes, decompressed, were read`)
  })

  it('notices a wrong check sum', async () => {
    const broken = gzipSync(text)
    broken.writeUInt32LE(1, broken.length - 8)
    expect((await readAll(broken)).error).toBeInstanceOf(SourceError)
  })

  it('does not trust a header alone', async () => {
    const {text: got, error} = await readAll(Buffer.from([0x1f, 0x8b, 0x08, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
    expect(got).toBe('')
    expect(error?.message).toContain('nothing of it could be read')
  })

  it('holds little of a file that swells', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20))
    let bytes = 0
    let largest = 0
    for await (const piece of unpacked('bomb.gz', () => inPieces(bomb, 256 * 1024))) {
      bytes += piece.length
      largest = Math.max(largest, piece.length)
    }
    expect(bytes).toBe(64 << 20)
    expect(largest).toBeLessThanOrEqual(16 * 1024)
  })

  it('refuses archives, which are looked into where paths are expanded or nowhere', async () => {
    const zip = Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync('x')])
    expect((await readAll(zip)).error?.message).toBe(
      '"trace.gz" is a ZIP archive that cannot be read where it is, in a pipe or in other archives; unpack it, and give what was in it.',
    )
    expect((await readAll(Buffer.from('MSCF\0\0\0\0'))).error?.message).toContain('is a cabinet archive that cannot')
    const stdin = unpacked('-', () => inPieces(zip, 5))
    await expect(stdin.next()).rejects.toThrow(
      'Standard input is a ZIP archive, which has to be read from any place; save it to a file and give that.',
    )
  })

  it('stops where gzip swells as no trace does', async () => {
    const {text: got, error} = await readAll(gzipSync(Buffer.alloc((64 << 20) + 1)))
    expect(got.length).toBe(64 << 20)
    expect(error?.message).toContain('swells to more than 250 times its size, as no trace does; its first')
  })

  it('closes what it reads from when it is left early', async () => {
    let closed = false
    async function* pieces() {
      try {
        for (;;) yield Buffer.from('some text')
      } finally {
        closed = true
      }
    }
    for await (const piece of unpacked('x', pieces)) if (piece.length > 0) break
    expect(closed).toBe(true)
  })
})
