import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {expandPaths} from '../../src/sources/expand-paths.js'
import type {Source} from '../../src/sources/source.js'

let folder: string
const noStdin = {
  stdin: () => {
    throw new Error('stdin was opened')
  },
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roamscope-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

function write(name: string, text = name): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(path, text)
  return path
}

async function textOf(source: Source): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of source.bytes()) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}

const below = (sources: readonly Source[]) => sources.map(source => source.path.replace(`${folder}/`, ''))

describe('expandPaths', () => {
  it('keeps the order of the command line and reads files', async () => {
    const b = write('b.txt')
    const a = write('a.txt')
    const {sources, notes} = await expandPaths([b, a], noStdin)
    expect(sources.map(source => source.path)).toEqual([b, a])
    expect(await textOf(sources[0] as Source)).toBe('b.txt')
    expect(await textOf(sources[0] as Source), 'a file can be read again').toBe('b.txt')
    expect(notes).toEqual([])
  })

  it('reads folders in order of their whole paths, by code unit', async () => {
    for (const name of ['x/b.txt', 'x/ä.txt', 'x/B.txt', 'x/10.txt', 'x/9.txt', 'x/b/a.txt', 'x/b-a.txt']) write(name)
    const {sources} = await expandPaths([`${folder}/x/`], noStdin)
    expect(below(sources)).toEqual(['x/10.txt', 'x/9.txt', 'x/B.txt', 'x/b-a.txt', 'x/b.txt', 'x/b/a.txt', 'x/ä.txt'])
  })

  it('leaves out hidden entries, links to folders and links to nothing, and says so', async () => {
    write('x/seen.txt')
    write('x/.hidden')
    write('x/.git/config')
    symlinkSync('..', join(folder, 'x/loop'))
    symlinkSync('nowhere', join(folder, 'x/dangling'))
    symlinkSync('seen.txt', join(folder, 'x/link.txt'))
    const {sources, notes} = await expandPaths([`${folder}/x`], noStdin)
    expect(below(sources)).toEqual(['x/link.txt', 'x/seen.txt'])
    expect(notes.map(note => note.replace(`${folder}/`, ''))).toEqual([
      '"x/.git" is hidden and was left out.',
      '"x/.hidden" is hidden and was left out.',
      '"x/dangling" is a link to nothing and was left out.',
      '"x/loop" is a link to a folder and was left out.',
    ])
  })

  it.skipIf(process.platform === 'win32')('never opens a pipe that lies in a folder', async () => {
    write('x/seen.txt')
    execFileSync('mkfifo', [join(folder, 'x/pipe')])
    const {sources, notes} = await expandPaths([`${folder}/x`], noStdin)
    expect(below(sources)).toEqual(['x/seen.txt'])
    expect(notes).toEqual([`"${folder}/x/pipe" is a pipe or a device and was left out.`])
  })

  it('expands globs, folders that they find included, each file once', async () => {
    for (const name of ['b/2.txt', 'b/1.txt', 'a/1.txt', 'c.log']) write(name)
    const all = await expandPaths([`${folder}/**/*`], noStdin)
    expect(below(all.sources)).toEqual(['a/1.txt', 'b/1.txt', 'b/2.txt', 'c.log'])
    const folders = await expandPaths([`${folder}/[ab]`], noStdin)
    expect(below(folders.sources)).toEqual(['a/1.txt', 'b/1.txt', 'b/2.txt'])
    expect(await textOf(folders.sources[0] as Source)).toBe('a/1.txt')
  })

  it('takes a path that exists for itself, brackets or not', async () => {
    const path = write('trace[1].txt')
    write('trace1.txt')
    const {sources} = await expandPaths([path], noStdin)
    expect(sources.map(source => source.path)).toEqual([path])
  })

  it('gives a missing file, an empty folder and a glob without match a place and a reason', async () => {
    mkdirSync(join(folder, 'empty'))
    const {sources} = await expandPaths([`${folder}/none.txt`, `${folder}/empty`, `${folder}/*.etl`], noStdin)
    expect(sources.map(source => source.path)).toEqual([`${folder}/none.txt`, `${folder}/empty`, `${folder}/*.etl`])
    const reasons = await Promise.all(
      sources.map(source => textOf(source).catch(error => `${error.name}: ${error.message}`)),
    )
    expect(reasons).toEqual([
      `Error: "${folder}/none.txt" does not exist; check the path.`,
      `Error: The folder "${folder}/empty" holds no files to read; give one that holds traces.`,
      `Error: No file matches "${folder}/*.etl"; check the pattern, or put it in quotes for your shell.`,
    ])
  })

  it('reads stdin once, and only when it is read', async () => {
    async function* stdin() {
      yield Buffer.from('from ')
      yield Buffer.from('stdin')
    }
    const open = vi.fn(stdin)
    const {sources} = await expandPaths(['-', '-'], {stdin: open})
    expect(open).not.toHaveBeenCalled()
    expect(sources.map(source => source.path)).toEqual(['-', '-'])
    expect(await textOf(sources[0] as Source)).toBe('from stdin')
    await expect(textOf(sources[1] as Source)).rejects.toThrow('Standard input can be read only once')
    expect(open).toHaveBeenCalledTimes(1)
  })
})
