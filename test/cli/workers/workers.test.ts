import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import fc from 'fast-check'
import {rolldown} from 'rolldown'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Crew} from '../../../src/cli/workers/crew.js'
import {type Made, perFile} from '../../../src/cli/workers/per-file.js'
import type {Source} from '../../../src/sources/source.js'

let folder = ''
let entry: URL

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roamscope-workers-'))
  const file = join(folder, 'program.mjs')
  const input = fileURLToPath(new URL('program.ts', import.meta.url))
  const build = await rolldown({input, platform: 'node'})
  await build.write({file, format: 'esm'})
  await build.close()
  entry = pathToFileURL(file)
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

interface Wanted {
  readonly ordered?: boolean
  readonly workers?: number
  readonly ahead?: number
  /** Sources that only the main thread can read. */
  readonly alone?: readonly string[]
  /** Workers fail at their start. */
  readonly dead?: boolean
  /** The main thread's first file takes until a worker begins one. */
  readonly patient?: boolean
}

/** The work on these paths; the main thread makes the same of a path as the test program does, but is slower. */
function work(paths: readonly string[], wanted: Wanted = {}) {
  const {ordered = true, workers = 2, ahead = 100, alone = [], dead = false, patient = false} = wanted
  const sources: Source[] = paths.map(path => ({path, async *bytes() {}}))
  const tasks = paths.flatMap((path, number) => (alone.includes(path) ? [] : [{path, number}]))
  const crew = workers === 0 ? null : new Crew({entry, order: {dead}, workers, tasks, ahead})
  const delivered: string[] = []
  const here: string[] = []
  const results = perFile<string>({
    sources,
    ordered,
    crew,
    received(sent, {path}) {
      delivered.push(path)
      return sent as string
    },
    async make(source, number) {
      try {
        source.bytes()
      } catch (error) {
        return (error as Error).message
      }
      here.push(source.path)
      if (source.path.startsWith('bug')) throw new TypeError('no such thing')
      const before = crew?.claims.claimed ?? 0
      do await new Promise(resolve => setTimeout(resolve, 5))
      while (patient && here.length === 1 && crew?.claims.claimed === before)
      return `${source.path} of ${number}`
    },
  })
  return {results, crew, delivered, here}
}

async function all(results: AsyncIterable<Made<string>>): Promise<Made<string>[]> {
  const list: Made<string>[] = []
  for await (const one of results) list.push(one)
  return list
}

const names = (count: number) => Array.from({length: count}, (_, i) => `file${i}`)
const expected = (paths: readonly string[]) => paths.map((path, number) => ({number, result: `${path} of ${number}`}))

describe('one result a file', () => {
  it('in the order of the files, whoever made it and however many there are to help', async () => {
    const paths = names(40)
    for (const workers of [0, 1, 2, 3]) {
      const {results} = work(paths, {workers})
      expect(await all(results)).toEqual(expected(paths))
    }
  })

  it('in any order where none is asked for', async () => {
    const paths = names(40)
    const list = await all(work(paths, {ordered: false}).results)
    expect(list.sort((a, b) => a.number - b.number)).toEqual(expected(paths))
  })

  it('made here as well as elsewhere', async () => {
    const {results, here, delivered, crew} = work([...names(30), ...names(30)], {workers: 1, patient: true})
    await all(results)
    expect(delivered.length).toBeGreaterThan(0)
    expect(here.length).toBeGreaterThan(0)
    expect(here.length + delivered.length).toBe(60)
    expect(crew?.claims.bytes).toBe(10 * delivered.length)
  })

  it('never more of them waiting than allowed', async () => {
    const {results, crew} = work(names(30), {ahead: 3})
    let taken = 0
    for await (const {number} of results) {
      expect(number).toBe(taken++)
      await new Promise(resolve => setTimeout(resolve, 5))
      expect(crew?.claims.claimed).toBeLessThanOrEqual(taken + 3)
    }
    expect(taken).toBe(30)
  })

  it('also of what only the main thread can read', async () => {
    const paths = ['-', ...names(10), 'pipe', ...names(3), 'last']
    for (const ordered of [true, false]) {
      const {results, here} = work(paths, {alone: ['-', 'pipe', 'last'], ordered})
      const list = await all(results)
      expect(list.sort((a, b) => a.number - b.number)).toEqual(expected(paths))
      expect(here).toEqual(expect.arrayContaining(['-', 'pipe', 'last']))
    }
  })

  it('property: whatever the number of files, workers and waiting results', async () => {
    const shapes = fc.record({
      count: fc.nat(12),
      workers: fc.nat(3),
      ahead: fc.integer({min: 1, max: 6}),
      ordered: fc.boolean(),
      alone: fc.uniqueArray(fc.nat(11), {maxLength: 4}),
    })
    const check = fc.asyncProperty(shapes, async ({count, alone, ...wanted}) => {
      const paths = names(count)
      const list = await all(work(paths, {...wanted, alone: alone.map(i => `file${i}`)}).results)
      if (!wanted.ordered) list.sort((a, b) => a.number - b.number)
      expect(list).toEqual(expected(paths))
    })
    await fc.assert(check, {numRuns: 25})
  })
})

describe('what goes wrong', () => {
  /** Every deed is done by a worker: the main thread waits for it to begin. */
  const outcomes = async (deed: string) => {
    const paths = ['-', `${deed}1`, ...names(20)]
    const [first, made, ...others] = await all(work(paths, {workers: 1, alone: ['-'], patient: true}).results)
    return {said: made?.result, others: [first, ...others], paths}
  }

  it.each([
    ['bug', '"bug1" could not be analysed: a bug in roamscope ended its analysis: no such thing.'],
    ['exit', '"exit1" could not be analysed: its worker stopped without a word.'],
    ['uncaught', '"uncaught1" could not be analysed: a bug in roamscope ended its worker: out of the blue.'],
    ['function', /^"function1" could not be analysed: a bug in roamscope ended its analysis: .*could not be cloned/],
  ])('%s: costs the file and no other', async (deed, sentence) => {
    const {said, others, paths} = await outcomes(deed)
    expect(said).toMatch(sentence)
    expect(others).toEqual(expected(paths).filter((_, i) => i !== 1))
  })

  it('a bug costs its file without workers too', async () => {
    const list = await all(work(['a', 'bug1', 'b'], {workers: 0}).results)
    expect(list.map(({result}) => result)).toEqual([
      'a of 0',
      '"bug1" could not be analysed: a bug in roamscope ended its analysis: no such thing.',
      'b of 2',
    ])
  })

  it('what the user has to put right ends the run, after the results before it', async () => {
    const {results} = work(['-', 'refuse1', ...names(4)], {workers: 1, alone: ['-'], patient: true})
    const seen: number[] = []
    const run = async () => {
      for await (const {number} of results) seen.push(number)
    }
    await expect(run()).rejects.toMatchObject({code: 2, message: 'That will not do.', hint: 'Do something else.'})
    expect(seen).toEqual([0])
  })

  it('workers that never start: the main thread does all', async () => {
    const paths = names(10)
    const {results, here} = work(paths, {dead: true})
    expect(await all(results)).toEqual(expected(paths))
    expect(here).toEqual(paths)
  })

  it('nobody reads on: the workers are gone', async () => {
    const {results, crew} = work(names(200), {ahead: 4})
    for await (const {number} of results) if (number === 5) break
    const claimed = crew?.claims.claimed
    expect(claimed).toBeLessThan(20)
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(crew?.claims.claimed).toBe(claimed)
  })
})
