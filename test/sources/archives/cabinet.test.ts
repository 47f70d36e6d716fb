import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type CabinetMember, type CabinetOptions, cabinet} from './cabinet.js'
import type {LzxOptions} from './lzx-frames.js'
import {scratch} from './read.js'

const {contents} = scratch()
const of = async (files: readonly CabinetMember[], options?: CabinetOptions) =>
  (await contents('x.cab', cabinet(files, options))).files
const AGAIN = 'copy its archive again from where it came from.'

/** Text of several blocks that does not compress to nothing, and repeats what is far behind. */
const hashes = Array.from({length: 3000}, (_, i) =>
  createHash('md5')
    .update(`${i % 900}`)
    .digest('hex'),
).join('\n')

describe('a cabinet', () => {
  it.each([
    ['stored', {method: 0}],
    ['MSZIP', {method: 1}],
    ['with room for others', {reserved: [20, 3, 5]}],
    ['without check sums', {sums: false}],
    ['first of a set', {next: ['b.cab', 'disk 2']}],
  ] as const)('stands for its files: %s', async (_, options) => {
    const files = [
      {name: 'netsh\\trace.txt', data: 'first'},
      {name: 'long.txt', data: hashes},
      {name: 'empty.txt', data: ''},
      {name: 'ü.txt', data: 'third', utf8: true},
      {name: 'other.txt', data: `${hashes}, in a folder of its own`, folder: 1},
    ]
    expect(await of(files, options)).toEqual(
      files.map(({name, data}) => ({path: `x.cab/${name.replace('\\', '/')}`, text: data})),
    )
  })

  it('is read in the order of its data', async () => {
    const told = await of([
      {name: 'b', data: 'second', start: 5},
      {name: 'a', data: 'first', start: 6},
    ])
    // Where the list says so, whatever the writer meant.
    expect(told.map(({path}) => path)).toEqual(['x.cab/b', 'x.cab/a'])
  })

  it('without files says so', async () => {
    expect((await of([])).map(({error}) => error)).toEqual([
      'The archive "x.cab" holds no files to read; give one that holds traces.',
    ])
  })

  it('names what it cannot read, and reads the rest', async () => {
    const [before, whole] = await of([
      {name: 'part', data: 'x', folder: 0xfffd},
      {name: 'a.txt', data: 'plain'},
    ])
    expect(before?.error).toBe(
      '"x.cab/part" is in several cabinets of a set; unpack the set, for example with "expand", and give what was in it.',
    )
    expect(whole).toEqual({path: 'x.cab/a.txt', text: 'plain'})
    const [quantum] = await of([{name: 'a', data: 'x'}], {method: 2 | (21 << 8)})
    expect(quantum?.error).toBe(
      '"x.cab/a" is packed by a method that roamscope does not read (Quantum); unpack its archive, for example with "expand", and give what was in it.',
    )
    const bytes = cabinet([{name: 'a', data: 'x'}])
    // A window that LZX does not have.
    bytes.writeUInt16LE(3 | (22 << 8), 36 + 6)
    expect((await contents('x.cab', bytes)).files[0]?.error).toContain('(number 3)')
  })

  it('lets no two files and no two folders have the same bytes', async () => {
    const files = await of([
      {name: 'a', data: 'first'},
      {name: 'b', data: 'second', start: 0},
    ])
    expect(files.map(({text, error = null}) => [text, error])).toEqual([
      ['first', null],
      ['', '"x.cab/b" lies where another file of its cabinet lies; copy the cabinet again from where it came from.'],
    ])
    const folders = await of(
      [
        {name: 'a', data: 'first'},
        {name: 'b', data: 'first', folder: 1},
      ],
      {shared: true},
    )
    expect(folders.filter(({error}) => error === undefined)).toHaveLength(1)
  })

  it('stops at what swells as no trace does', async () => {
    const [bomb, behind] = await of([
      {name: 'bomb', data: Buffer.alloc((64 << 20) + 1)},
      {name: 'behind', data: 'text'},
      {name: 'good', data: 'text', folder: 1},
    ])
    expect(bomb?.text.length).toBe(64 << 20)
    expect(bomb?.error).toContain('swells to more than 250 times its size, as no trace does')
    // Packed with the bomb, it could be reached only through it.
    expect(behind?.error).toContain('"x.cab/behind" swells')
  })

  it('loses what is behind a wrong check sum, but where files do not depend on each other', async () => {
    const files = [
      {name: 'a', data: 'a'.repeat(100)},
      {name: 'b', data: 'b'.repeat(100)},
      {name: 'c', data: 'c'.repeat(100)},
    ]
    const damaged = async (method: number) => {
      const bytes = cabinet(files, {method, block: 100})
      // The first byte of the second block's packed data, behind "CK".
      const [first, second] = [bytes.indexOf(method ? 'CK' : 'aaaa'), bytes.indexOf(method ? 'CK' : 'bbbb')]
      const at = method ? bytes.indexOf('CK', first + 2) + 2 : second
      bytes[at] = (bytes[at] as number) ^ 1
      return (await contents('x.cab', bytes)).files.map(({text, error = null}) => [text.length, error])
    }
    const wrong = (name: string) =>
      `"x.cab/${name}" is damaged: a check sum is wrong; nothing of it could be read: ${AGAIN}`
    expect(await damaged(0)).toEqual([
      [100, null],
      [0, wrong('b')],
      [100, null],
    ])
    expect(await damaged(1)).toEqual([
      [100, null],
      [0, wrong('b')],
      [0, wrong('c')],
    ])
  })

  it('shows hostile names so that they lead nowhere', async () => {
    const told = await of(['..\\..\\x', 'C:\\windows\\y', 'a\u001b[2Jb'].map(name => ({name, data: 'x'})))
    expect(told.map(({path}) => path)).toEqual(['x.cab/%2E%2E/%2E%2E/x', 'x.cab/C:/windows/y', 'x.cab/a%1B[2Jb'])
  })
})

describe('a cabinet of LZX', () => {
  const LZX = 3
  /** Text, and bytes that look like calls in x86 programs. */
  const data = Buffer.from(
    `${hashes.slice(0, 70_000)}${Array.from({length: 1500}, (_, i) => `${hashes.slice(i * 7, i * 7 + 15)}\xe8\x01\x02\0\0`).join('')}`,
    'latin1',
  )

  it.each<[string, number, LzxOptions]>([
    ['without matches', 15, {kinds: ['literal']}],
    ['with matches', 16, {kinds: ['verbatim']}],
    ['with matches in a small window', 15, {kinds: ['verbatim'], length: 33_000}],
    ['with low bits of their own', 17, {kinds: ['aligned']}],
    ['unpacked', 18, {kinds: ['plain'], length: 33_333}],
    ['in turn', 19, {kinds: ['literal', 'plain', 'aligned', 'verbatim'], length: 7777}],
    ['with calls', 20, {kinds: ['verbatim', 'plain'], length: 20_001, calls: 50_000}],
    ['in the largest window', 21, {kinds: ['aligned', 'verbatim'], calls: 1 << 30}],
  ])('stands for its files: %s', async (_, width, lzx) => {
    const told = await of(
      [
        {name: 'a', data: data.subarray(0, 60_000)},
        {name: 'b', data: data.subarray(60_000)},
      ],
      {method: LZX | (width << 8), lzx},
    )
    expect(told.map(({error}) => error)).toEqual([undefined, undefined])
    expect(told.map(({text}) => text).join('') === data.toString('latin1')).toBe(true)
  })

  it('that is damaged is damaged and no more', async () => {
    const whole = cabinet([{name: 'a', data: data.subarray(0, 2000)}], {
      method: LZX | (15 << 8),
      lzx: {kinds: ['verbatim', 'plain', 'aligned'], length: 500},
      sums: false,
    })
    const text = data.toString('latin1', 0, 2000)
    const change = fc.tuple(fc.integer({min: 62, max: whole.length - 1}), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), async changes => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        const [told] = (await contents('x.cab', bytes)).files
        // Nothing but the check sum, which is optional, would tell that a literal is another one.
        expect(told?.error === undefined ? told?.text.length : told?.error).toSatisfy(
          (what: unknown) => what === text.length || /is damaged|ends too early/.test(String(what)),
        )
      }),
      {numRuns: 300},
    )
  })
})

it.each([0, 1, 3 | (15 << 8)])(
  'gives all that is left of a cabinet that was cut, wherever it is cut: method %i',
  async method => {
    const files = [
      {name: 'a.txt', data: 'the first file'},
      {name: 'b.txt', data: 'the second file '.repeat(12)},
      {name: 'c.txt', data: 'the last file', folder: 1},
    ]
    const whole = cabinet(files, {method, block: method > 1 ? 32768 : 100})
    const list = whole.indexOf('c.txt') + 6
    let before = 0
    for (let length = 8; length < whole.length; length++) {
      const told = (await contents('x.cab', whole.subarray(0, length))).files
      if (length < list) {
        expect(told.at(-1)).toMatchObject({path: 'x.cab', error: expect.stringContaining('ends too early')})
        expect(told.every(({text}) => text === '')).toBe(true)
        continue
      }
      expect(told.map(({path}) => path)).toEqual(['x.cab/a.txt', 'x.cab/b.txt', 'x.cab/c.txt'])
      told.forEach(({text, error}, i) => {
        const {data} = files[i] as CabinetMember
        expect(data.toString().startsWith(text)).toBe(true)
        expect(error === undefined, `${i} of ${length}`).toBe(text === data)
        if (error !== undefined) expect(error).toContain('ends too early')
      })
      const total = told.reduce((sum, {text}) => sum + text.length, 0)
      expect(total).toBeGreaterThanOrEqual(before)
      before = total
    }
    expect(before).toBeGreaterThan(files[0]?.data.length ?? 0)
  },
)

it('whatever is packed comes out again', async () => {
  const file = fc.record({
    name: fc.stringMatching(/^[a-z]{1,8}(\\[a-z]{1,8})?$/),
    data: fc.uint8Array({maxLength: 3000}),
    folder: fc.nat(2),
  })
  const options = fc.record({
    method: fc.constantFrom(0, 1),
    block: fc.constantFrom(7, 1000, 32768),
    sums: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(file, {minLength: 1, maxLength: 6}), options, async (files, options) => {
      const told = await of(files, options)
      const key = ({path, text}: {path: string; text: string}) => `${path}\n${text}`
      const wanted = files.map(({name, data}) => ({
        path: `x.cab/${name.replace('\\', '/')}`,
        text: Buffer.from(data).toString('latin1'),
      }))
      expect(told.map(key).sort()).toEqual(wanted.map(key).sort())
      expect(told.every(({error}) => error === undefined)).toBe(true)
    }),
    {numRuns: 60},
  )
})

it('no bytes make it throw anything but reasons', async () => {
  const whole = cabinet([
    {name: 'a.txt', data: 'some text '.repeat(20)},
    {name: 'b.txt', data: 'more', folder: 1},
  ])
  const change = fc.tuple(fc.integer({min: 8, max: whole.length - 1}), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 6}), async changes => {
      const bytes = Buffer.from(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      const {files} = await contents('x.cab', bytes)
      expect(files.length).toBeGreaterThan(0)
    }),
    {numRuns: 300},
  )
})
