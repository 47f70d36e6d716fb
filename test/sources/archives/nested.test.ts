import {randomBytes} from 'node:crypto'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {expandPaths} from '../../../src/sources/expand-paths.js'
import {cabinet} from './cabinet.js'
import {scratch} from './read.js'
import {zip} from './zip.js'

const {contents, put, bare, told} = scratch()
const inner = [
  {name: 'a.txt', data: 'first'},
  {name: 'b.txt', data: 'second'},
]
const paths = (files: readonly {path: string}[]) => files.map(({path}) => path)

describe('an archive in another', () => {
  it.each([
    ['ZIP, stored, in ZIP', 'in.zip', zip([{name: 'in.zip', data: zip(inner), method: 0}])],
    ['ZIP, packed, in ZIP', 'in.zip', zip([{name: 'in.zip', data: zip(inner)}])],
    ['ZIP of another name in ZIP', 'report', zip([{name: 'report', data: zip(inner)}])],
    ['cabinet in ZIP', 'in.cab', zip([{name: 'in.cab', data: cabinet(inner)}])],
    ['cabinet, stored, in ZIP', 'in.cab', zip([{name: 'in.cab', data: cabinet(inner), method: 0}])],
    ['ZIP in cabinet', 'in.zip', cabinet([{name: 'in.zip', data: zip(inner)}])],
    ['cabinet in cabinet', 'in.CAB', cabinet([{name: 'in.CAB', data: cabinet(inner)}])],
  ])('stands for its files: %s', async (_, name, bytes) => {
    expect((await contents('x', bytes)).files).toEqual([
      {path: `x/${name}/a.txt`, text: 'first'},
      {path: `x/${name}/b.txt`, text: 'second'},
    ])
  })

  it('takes the place of the archive, also where two have the same name', async () => {
    const {files} = await contents(
      'x.zip',
      zip([
        {name: 'before.txt', data: '0'},
        {name: 'in.zip', data: zip([{name: 'a', data: '1'}])},
        {name: 'in.zip', data: zip([{name: 'a', data: '2'}])},
        {name: 'behind.txt', data: '3'},
      ]),
    )
    expect(files.map(({text}) => text)).toEqual(['0', '1', '2', '3'])
    expect(paths(files).slice(1, 3)).toEqual(['x.zip/in.zip/a', 'x.zip/in.zip/a'])
  })

  it('is as far as it goes: what is deeper is named, and the rest is read', async () => {
    const deep = zip([
      {name: 'deep.zip', data: zip(inner)},
      {name: 'deep.cab', data: cabinet(inner)},
      {name: 'packed.gz', data: gzipSync('still read')},
    ])
    const {files} = await contents('x.zip', zip([{name: 'in.zip', data: deep}]))
    expect(files.map(({path, text, error = null}) => [path, text, error])).toEqual([
      [
        'x.zip/in.zip/deep.zip',
        '',
        '"x.zip/in.zip/deep.zip" is a ZIP archive that cannot be read where it is, in a pipe or in other archives; unpack it, and give what was in it.',
      ],
      ['x.zip/in.zip/deep.cab', '', expect.stringContaining('is a cabinet archive that cannot be read where it is')],
      ['x.zip/in.zip/packed.gz', 'still read', null],
    ])
  })

  it('that is none, but is called one, is a file', async () => {
    const {files} = await contents('x.cab', cabinet([{name: 'trace.zip', data: 'text'}]))
    expect(files).toEqual([{path: 'x.cab/trace.zip', text: 'text'}])
  })

  it('that is damaged costs itself', async () => {
    const whole = zip(inner)
    const {files} = await contents(
      'x.zip',
      zip([
        {name: 'cut.zip', data: whole.subarray(0, whole.length - 30)},
        {name: 'sum.zip', data: whole, crc: 1},
        {name: 'good.zip', data: whole},
      ]),
    )
    expect(files.map(({path, text, error}) => [path, text, error !== undefined])).toEqual([
      ['x.zip/cut.zip/a.txt', 'first', false],
      ['x.zip/cut.zip/b.txt', 'second', false],
      ['x.zip/cut.zip', '', true],
      ['x.zip/sum.zip', '', true],
      ['x.zip/good.zip/a.txt', 'first', false],
      ['x.zip/good.zip/b.txt', 'second', false],
    ])
  })

  it('is held in memory only up to a limit, and not where it can be read on the spot', async () => {
    const large = zip([
      {name: 'large.bin', data: randomBytes(129 << 20), method: 0},
      {name: 'a.txt', data: 'first'},
    ])
    const packed = await contents('x.zip', zip([{name: 'in.zip', data: large}, ...inner]))
    expect(packed.files.map(({path, error = null}) => [path, error])).toEqual([
      [
        'x.zip/in.zip',
        '"x.zip/in.zip" is an archive of more than 128 MiB inside another; unpack the outer one, and give the folder.',
      ],
      ['x.zip/a.txt', null],
      ['x.zip/b.txt', null],
    ])
    const path = put('y.zip', zip([{name: 'in.zip', data: large, method: 0}]))
    const {sources} = await expandPaths([path], {stdin: () => process.stdin})
    expect(sources.map(({path, onDisk}) => [bare(path), onDisk])).toEqual([
      ['y.zip/in.zip/large.bin', true],
      ['y.zip/in.zip/a.txt', true],
    ])
  }, 60_000)
})

describe('archives among files', () => {
  it('stand in their place in folders, globs and lists', async () => {
    const folder = put('marker', Buffer.from('')).replace(/marker$/, 'tss')
    mkdirSync(folder)
    put('tss/b.cab', cabinet(inner))
    put('tss/a.txt', Buffer.from('text'))
    put('tss/c.zip', zip(inner))
    const below = ['tss/a.txt', 'tss/b.cab/a.txt', 'tss/b.cab/b.txt', 'tss/c.zip/a.txt', 'tss/c.zip/b.txt']
    const options = {stdin: () => process.stdin}
    expect(paths((await expandPaths([folder], options)).sources).map(bare)).toEqual(below)
    expect(paths((await expandPaths([join(folder, '*')], options)).sources).map(bare)).toEqual(below)
    const {sources} = await expandPaths([join(folder, 'c.zip'), join(folder, 'none.zip'), '-'], options)
    expect(paths(sources).map(bare)).toEqual(['tss/c.zip/a.txt', 'tss/c.zip/b.txt', 'tss/none.zip', '-'])
  })

  it('can be read again, in any order', async () => {
    const {sources} = await expandPaths(
      [put('x.cab', cabinet(inner)), put('x.zip', zip([{name: 'in.zip', data: zip(inner)}]))],
      {
        stdin: () => process.stdin,
      },
    )
    const texts = ['first', 'second', 'first', 'second']
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ]) {
      for (const i of order) expect((await told(sources[i] as (typeof sources)[0])).text).toBe(texts[i])
    }
    for await (const _ of (sources[0] as (typeof sources)[0]).bytes()) break
    expect((await told(sources[1] as (typeof sources)[0])).text).toBe('second')
  })

  it('can be read side by side', async () => {
    const long = (i: number) => randomBytes(50_000).fill(i, 0, 100).toString('hex')
    const files = [0, 1, 2].map(i => ({name: `${i}`, data: long(i)}))
    const {sources} = await expandPaths([put('side.cab', cabinet(files))], {stdin: () => process.stdin})
    const texts = await Promise.all(sources.map(source => told(source)))
    expect(texts.map(({text}) => text)).toEqual(files.map(({data}) => data))
  })
})
