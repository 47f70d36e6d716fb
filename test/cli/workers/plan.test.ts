import {expect, it} from 'vitest'
import {planOf} from '../../../src/cli/workers/plan.js'
import type {Source} from '../../../src/sources/source.js'

const MB = 1_000_000
const onDisk = (count: number): Source[] =>
  Array.from({length: count}, (_, i) => ({path: `${i}`, onDisk: true, async *bytes() {}}))
/** Workers for files of one size. */
const workers = (count: number, size: number, jobs: number) =>
  planOf(onDisk(count), () => size, {jobs, ordered: true})?.workers ?? 0

it('hires as many as were allowed, less the main thread, and no more than there is work for', () => {
  expect(workers(2000, MB, 1)).toBe(0)
  expect(workers(2000, MB, 2)).toBe(1)
  expect(workers(2000, MB, 8)).toBe(7)
  expect(workers(3, 100 * MB, 8)).toBe(2)
  expect(workers(1, 5000 * MB, 8)).toBe(0)
  expect(workers(0, MB, 8)).toBe(0)
  expect(workers(50, MB, 8)).toBe(3)
})

it('does not hire for what is done before a worker has started', () => {
  expect(workers(8, MB, 8)).toBe(0)
  expect(workers(60, 2000, 8)).toBe(0)
  expect(workers(100, 2000, 8)).toBe(1)
})

it('begins with the largest, but with the first where results come in turn', () => {
  const sizes = [1, 30 * MB, 2, 40 * MB, 2]
  const order = (ordered: boolean) =>
    planOf(onDisk(5), path => sizes[Number(path)] ?? 0, {jobs: 2, ordered})?.tasks.map(({number}) => number)
  expect(order(false)).toEqual([3, 1, 2, 4, 0])
  expect(order(true)).toEqual([0, 1, 2, 3, 4])
})

it('leaves what only the main thread can read to it', () => {
  const stdin: Source = {path: '-', async *bytes() {}}
  const tasks = planOf([stdin, ...onDisk(3)], () => 20 * MB, {jobs: 2, ordered: true})?.tasks
  expect(tasks).toEqual([
    {number: 1, path: '0'},
    {number: 2, path: '1'},
    {number: 3, path: '2'},
  ])
})
