import {expect, it} from 'vitest'
import {basisOf} from './doubt.js'
import {generate} from './generate.js'
import {Random} from './random.js'
import {type File, judgeFiles, type Recording, record} from './recording.js'
import {patience, seeds} from './seeds.js'
import type {Trace} from './trace/trace.js'

/** What a capture did not record accuses nobody: conformant traces with records taken away. */

const chosen = seeds(300)

/** Rules that the catalogue lets speak up about a capture that was cut. */
const OF_THE_CUT: ReadonlySet<string> = new Set([
  'capture-starts-mid-session',
  'capture-ends-mid-session',
  // 40 s without any sign of a connection count as proof that there is none.
  'n80211-roam-before-connect',
])

interface Damage {
  readonly files: readonly File[]
  readonly words: string
}

async function accused(
  damage: (recording: Recording, trace: Trace, rng: Random) => Damage,
  mayAccuse: (rule: string) => boolean,
): Promise<string[]> {
  const wrong: string[] = []
  for (const seed of chosen) {
    // Ids used twice would make two commands of one where records are lost.
    const {trace} = generate(seed, {freshIds: true})
    const recording = record(trace.text())
    const {files, words} = damage(recording, trace, new Random(`damage ${seed}`))
    for (const {rule, verdict, message, evidence} of judgeFiles(recording, files)) {
      if (verdict === 'inconclusive' || mayAccuse(rule)) continue
      wrong.push([`seed ${seed} ${words}: ${rule}`, message, ...evidence.map(({text}) => text)].join('\n'))
    }
  }
  return wrong.slice(0, 5)
}

it(`a capture that begins late or ends early (${chosen.length} seeds)`, {
  timeout: patience(chosen.length),
}, async () => {
  const cut = ({events, fromUs, toUs}: Recording, _: Trace, rng: Random): Damage => {
    const edge = (whole: number) => {
      if (rng.chance(0.3)) return whole
      return rng.chance(0.7) ? rng.pick(events).atUs + rng.int(-300, 300) : rng.int(fromUs, toUs)
    }
    const [start = 0, end = 0] = [edge(fromUs), edge(toUs)].sort((a, b) => a - b)
    const kept = events.filter(({atUs}) => atUs >= start && atUs <= end)
    return {files: [{events: kept, fromUs: start, toUs: end}], words: `from=${start / 1000} to=${end / 1000}`}
  }
  expect(await accused(cut, rule => OF_THE_CUT.has(rule))).toEqual([])
})

/** rules.md 0.4: values and durations between two recorded events are not touched by loss. */
const untouched = (rule: string) => ['M', 'V', 'D'].includes(basisOf(rule) ?? '')

it(`a loss inside one story (${chosen.length} seeds)`, {timeout: patience(chosen.length)}, async () => {
  const lose = (recording: Recording, {stories}: Trace, rng: Random): Damage => {
    const {lines} = rng.pick(stories)
    const first = rng.int(0, lines.length - 1)
    const lost = lines.slice(first, first + rng.int(1, lines.length - first)).map(({at}) => at)
    return without(recording, Math.min(...lost), Math.max(...lost))
  }
  // Durations are sound here: what begins in one story is not taken for something in another. Only the class of a roam
  // changes with the PMKID or FT indication that was lost, and with it its budget.
  const mayAccuse = (rule: string) => ['M', 'V'].includes(basisOf(rule) ?? '') || rule === 'roam-over-voice-budget'
  expect(await accused(lose, mayAccuse)).toEqual([])
})

it(`a loss of up to twenty records (${chosen.length} seeds)`, {timeout: patience(chosen.length)}, async () => {
  const lose = (recording: Recording, _: Trace, rng: Random): Damage => {
    const {events} = recording
    const first = rng.int(0, events.length - 1)
    const last = Math.min(events.length - 1, first + rng.int(0, 19))
    return without(recording, events[first]?.atUs ?? 0, events[last]?.atUs ?? 0)
  }
  expect(await accused(lose, untouched)).toEqual([])
})

it(`losses at unknown places (${chosen.length} seeds)`, {timeout: patience(chosen.length)}, async () => {
  const lose = ({events, fromUs, toUs}: Recording, _: Trace, rng: Random): Damage => {
    const share = rng.pick([0.02, 0.1, 0.3])
    const kept = events.filter(() => !rng.chance(share))
    return {files: [{events: kept, fromUs, toUs, lostEvents: 3}], words: `${share * 100} % lost`}
  }
  expect(await accused(lose, untouched)).toEqual([])
})

/** Takes records out; the span runs from the last record before them to the first one after them. */
function without({events, fromUs, toUs}: Recording, firstUs: number, lastUs: number): Damage {
  const startUs = events.findLast(({atUs}) => atUs < firstUs)?.atUs ?? fromUs
  const endUs = events.find(({atUs}) => atUs > lastUs)?.atUs ?? toUs
  const kept = events.filter(({atUs}) => atUs < firstUs || atUs > lastUs)
  return {
    files: [{events: kept, fromUs, toUs, loss: [{startUs, endUs}]}],
    words: `loss=${startUs / 1000}..${endUs / 1000}, ${events.length - kept.length} records`,
  }
}
