import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {Progress} from '../../src/cli/progress.js'
import type {Source} from '../../src/sources/source.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function terminal(isTTY: boolean) {
  const written: string[] = []
  const stream = {isTTY, columns: 60, write: (text: string) => written.push(text)} as unknown as NodeJS.WriteStream
  return {stream, written}
}

const source = (path: string): Source => ({path, bytes: async function* () {}})

it('says nothing for 400 ms, then what is read, and wipes it away', () => {
  const {stream, written} = terminal(true)
  const progress = new Progress(stream, true)
  expect([...progress.watchAll([source('logs/a.txt'), source('logs/b\u001b.txt')])]).toHaveLength(2)
  progress.add(30 * 1_048_576)
  vi.advanceTimersByTime(399)
  expect(written).toEqual([])
  vi.advanceTimersByTime(101)
  expect(written.at(-1)).toBe('\rReading file 2 · 30 MiB · 60 MiB/s · logs/b?.txt\u001b[K')
  progress.end()
  expect(written.at(-1)).toBe('\r\u001b[K')
  vi.advanceTimersByTime(10_000)
  expect(written.at(-1)).toBe('\r\u001b[K')
})

it('adds up what workers read', () => {
  const {stream, written} = terminal(true)
  const progress = new Progress(stream, true)
  progress.file('a.txt')
  progress.add(10 * 1_048_576)
  progress.addUp(() => 40 * 1_048_576)
  progress.file('b.txt')
  vi.advanceTimersByTime(500)
  expect(written.at(-1)).toBe('\rReading file 2 · 50 MiB · 100 MiB/s · b.txt\u001b[K')
  progress.end()
})

it('says nothing where nobody looks or nobody wants it', () => {
  for (const [tty, wanted] of [
    [false, true],
    [true, false],
  ] as const) {
    const {stream, written} = terminal(tty)
    const progress = new Progress(stream, wanted)
    vi.advanceTimersByTime(10_000)
    progress.end()
    expect(written).toEqual([])
  }
})

it('keeps to one line of the terminal', () => {
  const {stream, written} = terminal(true)
  const progress = new Progress(stream, true)
  expect([...progress.watchAll([source('x'.repeat(500))])]).toHaveLength(1)
  vi.advanceTimersByTime(500)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the line is drawn with control sequences
  expect(written.at(-1)?.replace(/\r|\u001b\[K/g, '').length).toBe(59)
  progress.end()
})
