import {describe, expect, it} from 'vitest'
import type {ReadInput} from '../../src/analysis/read-inputs.js'
import {byCapture, captureLabel} from '../../src/fleet/capture-groups.js'
import {contributionOf} from '../../src/fleet/contribute.js'
import type {Contribution} from '../../src/fleet/fleet.js'
import type {Source} from '../../src/sources/source.js'
import {associated, capture, roam} from './roams.js'
import {optionsOf, read, sourceOf, summarised} from './run.js'

/** The two halves of one capture: the roam begins in the first and ends in the second. */
const lines = [associated(-5000), ...roam(0).split('\n')]
const first = capture('label capture=one', ...lines.slice(0, 3))
const second = capture('label capture=one', ...lines.slice(3))
const other = capture('label capture=two', associated(-5000), roam(0))
const alone = capture('', associated(-5000), roam(0))

async function gathered(sources: readonly Source[], name: string | null = null) {
  const reads: string[] = []
  const contributions: Contribution[] = []
  const options = {
    read: (wanted: readonly Source[], from: number) => {
      reads.push(...wanted.map(({path}) => path))
      return read(wanted, from)
    },
    contribute: (inputs: readonly ReadInput[]) => contributionOf(inputs, optionsOf()),
    async *files() {
      for (const [number, source] of sources.entries()) {
        const [input] = (await options.read([source], number)) as [ReadInput]
        const kept = source.path === '-' ? input : null
        yield {number, result: {label: captureLabel(input), contribution: options.contribute([input]), kept}}
      }
    },
    name,
  }
  for await (const one of byCapture(sources, options)) contributions.push(one)
  return {reads, contributions, summary: summarised(contributions)}
}

describe('files of one label capture', () => {
  const sources = [sourceOf('b', second), sourceOf('x', alone), sourceOf('a', first), sourceOf('y', other)]

  it('are one capture, the others are captures of their own', async () => {
    const {summary, contributions} = await gathered(sources)
    expect(contributions).toHaveLength(3)
    expect(summary.captures.total).toBe(3)
    expect(summary.read.files).toBe(4)
    expect(summary.metrics.roamSuccess).toMatchObject({k: 3, n: 3})
  })

  it('are read again only where there are several', async () => {
    expect((await gathered(sources)).reads).toEqual(['b', 'x', 'a', 'y', 'a', 'b'])
  })

  it('come to the same in any order', async () => {
    const wanted = JSON.stringify((await gathered(sources)).summary)
    expect(JSON.stringify((await gathered([...sources].reverse())).summary)).toBe(wanted)
  })

  it('may come from standard input, which cannot be read again', async () => {
    let used = false
    const stdin: Source = {
      path: '-',
      async *bytes() {
        expect(used).toBe(false)
        used = true
        yield Buffer.from(second)
      },
    }
    const {summary} = await gathered([stdin, sourceOf('a', first)])
    expect(summary.captures.total).toBe(1)
    expect(summary.metrics.roamSuccess).toMatchObject({k: 1, n: 1})
  })

  it('by the word of the user are all files', async () => {
    const {summary} = await gathered([sourceOf('b', second), sourceOf('a', first)], 'all')
    expect(summary.captures.total).toBe(1)
    expect(summary.metrics.roamSuccess).toMatchObject({k: 1, n: 1})
  })

  it('a label on the adapter does as well', async () => {
    const labelled = (text: string) => text.replace('label capture=one', 'adapter A capture=one')
    const {summary} = await gathered([sourceOf('a', labelled(first)), sourceOf('b', labelled(second))])
    expect(summary.captures.total).toBe(1)
  })
})

it('a capture whose analysis breaks is counted with its reason, and the others go on', async () => {
  const inputs = await read([sourceOf('a', alone)])
  const [input] = inputs
  // A bug in a parser could leave something like this.
  Object.defineProperty(input?.collector.events[0] ?? {}, 'message', {value: undefined})
  const broken = contributionOf(inputs, optionsOf())
  const {captures, unreadable, metrics} = summarised([
    broken,
    contributionOf(await read([sourceOf('b', alone)]), optionsOf()),
  ])
  expect(captures).toMatchObject({total: 2, unreadable: 1})
  expect(unreadable[0]).toMatchObject({path: 'a', reason: expect.stringContaining('bug in roamscope')})
  expect(metrics.roamSuccess.n).toBe(1)
})
