import {Random} from './random.js'
import {fits, STORIES, type Wish} from './stories/index.js'
import {Scribe} from './stories/scribe.js'
import type {Story} from './trace/story.js'
import {type Keys, Trace} from './trace/trace.js'
import {type AdapterWorld, type Ap, type Model, makeAps, type PortWorld} from './world.js'

export interface StoryWish {
  readonly kind: string
  readonly wish?: Wish
  /** ms of silence before it. */
  readonly gap?: readonly [number, number]
  /** It happens on the second station port. */
  readonly secondary?: true
}

/** What an injection needs to find in a trace; everything else is left to chance. */
export interface Scenery {
  readonly model?: Model
  readonly stories?: readonly StoryWish[]
  /** Two station ports with known roles. */
  readonly dual?: true
  /** The port is connected at first, and the trace shows to whom; false: it is not connected. */
  readonly linked?: boolean
  readonly keys?: Keys
  /** Nothing comes after the wished stories. */
  readonly last?: true
  /** No transaction id is used twice: where records are lost, nobody could tell the two commands apart. */
  readonly freshIds?: true
  /** One adapter only. */
  readonly alone?: true
  /** Two adapters. */
  readonly two?: true
  /** No random stories on the main adapter. */
  readonly bare?: true
  /** No Multi-Link connections on the main adapter: all peers are named by one address. */
  readonly plainLinks?: true
}

export interface Generated {
  readonly trace: Trace
  /** The wished stories, in their order. */
  readonly wished: readonly Story[]
  readonly aps: readonly Ap[]
  /** Number of stories that may be left out. */
  readonly extras: number
}

const WDI_MODELS: readonly Model[] = ['wificx', 'wificx', 'wdi']
const MODELS: readonly Model[] = ['wificx', 'wificx', 'wificx', 'wdi', 'wdi', 'native80211']

/**
 * A conformant trace: equal seeds and sceneries give equal traces. `dropped`: numbers of random stories to leave out;
 * the others stay what they were as far as they still can.
 */
export function generate(
  seed: number | string,
  scenery: Scenery = {},
  dropped: ReadonlySet<number> = new Set(),
): Generated {
  const rng = new Random(`trace ${seed}`)
  const trace = new Trace()
  const aps = makeAps(rng.fork('aps'))
  const count = scenery.alone ? 1 : scenery.two ? 2 : rng.pick([1, 1, 2])
  const worlds = Array.from({length: count}, (_, index) =>
    makeAdapter(rng.fork(`adapter ${index}`), aps, index, count, scenery),
  )
  const wished: Story[] = []
  let extras = 0
  for (const [index, world] of worlds.entries()) {
    const teller = new Teller(trace, world, rng.fork(`stories ${index}`), dropped, extras)
    teller.tell(index === 0 ? scenery : {})
    wished.push(...teller.wished)
    extras = teller.extras
  }
  writeHeader(trace, worlds, rng.fork('header'), scenery)
  return {trace, wished, aps, extras}
}

function makeAdapter(rng: Random, aps: readonly Ap[], index: number, count: number, scenery: Scenery): AdapterWorld {
  const main = index === 0
  const drawn = rng.pick(main && scenery.stories ? WDI_MODELS : MODELS)
  const model = (main ? scenery.model : undefined) ?? drawn
  const legacy = model === 'native80211'
  const dual = !legacy && (main && scenery.dual ? true : rng.chance(0.2))
  const softAp = !legacy && rng.chance(0.15)
  const port = (number: number, role: PortWorld['role'] = 'station'): PortWorld => ({
    ...{number, role, link: null, known: false, secured: false},
    roamedAt: Number.NEGATIVE_INFINITY,
  })
  const ports = [port(legacy ? 0 : rng.pick([1, 1, 1, 4]))]
  if (dual) ports.push(port(2))
  if (softAp) ports.push(port(3, 'ap'))
  const keys: Keys = {model}
  if (!legacy && rng.chance(0.4)) keys.override = rng.pick([0, 1, '?'])
  if (rng.chance(0.3)) keys[legacy ? 'pmkid-capable' : 'bss-cache'] = rng.pick([0, 1])
  if (dual && (scenery.dual || rng.chance(0.7)))
    Object.assign(keys, {primary: (ports[0] as PortWorld).number, secondary: 2})
  if (softAp) keys.ap = 3
  if (main) Object.assign(keys, scenery.keys)
  const name = count === 1 ? null : `wifi${index}`
  const mayMlo = model === 'wificx' && !(main && scenery.plainLinks)
  return {
    name,
    model,
    maySleep: scenery.stories === undefined,
    mayMlo,
    ports,
    aps,
    keys,
    now: rng.ms(0, 5000),
    nextId: rng.int(1, 4000),
    reuseIds: scenery.freshIds !== true,
    spentIds: [],
  }
}

/** Tells the stories of one adapter one after the other, as its task queue does. */
class Teller {
  readonly wished: Story[] = []

  constructor(
    readonly trace: Trace,
    readonly world: AdapterWorld,
    readonly rng: Random,
    readonly dropped: ReadonlySet<number>,
    public extras: number,
  ) {}

  tell({stories = [], linked, last, bare}: Scenery): void {
    const {ports} = this.world
    if (linked === undefined && stories.length === 0 && this.world.model !== 'native80211' && this.rng.chance(0.15))
      this.#random('open')
    else for (const [index, port] of ports.entries()) this.#begin(port, index === 0 ? linked : undefined)
    for (let i = bare ? 0 : this.rng.int(0, stories.length > 0 ? 2 : 3); i > 0; i--) this.#random()
    for (const {kind, wish, gap, secondary} of stories) {
      const port = (secondary ? ports[1] : ports[0]) as PortWorld
      this.#bridge(kind, port)
      this.wished.push(this.#story(kind, port, this.rng.fork(`wish ${this.wished.length}`), wish, gap))
    }
    const more = last || bare ? 0 : stories.length > 0 ? this.rng.int(0, 2) : this.rng.int(1, 4)
    for (let i = more; i > 0; i--) this.#random()
    if (stories.length === 0 && this.world.model !== 'native80211' && this.rng.chance(0.1)) this.#random('close')
  }

  /** State of a port at the start of the capture, and perhaps the record that shows it. */
  #begin(port: PortWorld, linked: boolean | undefined): void {
    const {rng, world} = this
    if (port.role === 'ap' || !(linked ?? rng.chance(0.7))) return
    const ap = rng.pick(world.aps)
    port.link = {ap, mlo: world.mayMlo && ap.mlo && rng.chance(0.3)}
    const legacy = world.model === 'native80211'
    // A roam without any sign of a connection before it is a finding of the old model.
    if (linked === undefined && !legacy && rng.chance(0.2)) return
    this.#story(legacy ? 'legacy quality' : 'report', port, rng.fork(`begin ${port.number}`))
  }

  #random(kind?: string): void {
    const number = this.extras++
    const rng = this.rng.fork(`extra ${number}`)
    if (this.dropped.has(number)) return
    const port = rng.pick(this.world.ports)
    const chosen = kind ?? pickKind(rng, port, this.world)
    if (chosen !== null) this.#story(chosen, port, rng)
  }

  /** Connects or disconnects first where the story needs it. */
  #bridge(kind: string, port: PortWorld): void {
    const need = STORIES[kind]?.linked
    const legacy = this.world.model === 'native80211'
    const rng = this.rng.fork(`bridge ${this.wished.length}`)
    if (need === true && port.link === null) this.#story(legacy ? 'legacy connect' : 'connect', port, rng)
    if (need === false && port.link !== null) this.#story(legacy ? 'legacy disconnect' : 'disconnect', port, rng)
  }

  #story(kind: string, port: PortWorld, rng: Random, wish?: Wish, gap = STORIES[kind]?.gap ?? [1000, 1000]): Story {
    const {world} = this
    const object = ADAPTER_STORIES.has(kind)
    const scribe = new Scribe(kind, world, rng, object ? null : port)
    world.now += rng.ms(gap[0] as number, gap[1] as number)
    const story = (STORIES[kind] as (typeof STORIES)[string]).tell(scribe, wish)
    this.trace.stories.push(story)
    world.now += 1000
    return story
  }
}

const ADAPTER_STORIES: ReadonlySet<string> = new Set(['radio', 'open', 'close', 'connectivity', 'system log'])

function pickKind(rng: Random, port: PortWorld, world: AdapterWorld): string | null {
  const kinds = Object.entries(STORIES).filter(([kind, {weight}]) => weight > 0 && fits(kind, port, world))
  let left = rng.next() * kinds.reduce((sum, [, {weight}]) => sum + weight, 0)
  for (const [kind, {weight}] of kinds) {
    left -= weight
    if (left <= 0) return kind
  }
  return null
}

function writeHeader(trace: Trace, worlds: readonly AdapterWorld[], rng: Random, {stories}: Scenery): void {
  const start = Math.min(...trace.stories.map(story => story.start), 0)
  const end = Math.max(...trace.stories.map(story => story.end), 0)
  // Where something is to be found, the edges of the capture leave no doubt.
  trace.fromUs = start - (stories ? rng.ms(41_000, 60_000) : rng.ms(0, 60_000))
  trace.toUs = end + (stories ? rng.ms(91_000, 120_000) : rng.ms(0, 70_000))
  if (rng.chance(0.2)) trace.keys.granularity = rng.pick([0.01, 0.1])
  if (!stories && rng.chance(0.05)) trace.keys.tlvs = 0
  if (rng.chance(0.1)) trace.keys.wpp = rng.int(1, 500)
  const [only] = worlds
  if (worlds.length === 1 && only) Object.assign(trace.keys, only.keys)
  else for (const {name, keys} of worlds) trace.adapters.push({name: name as string, keys})
}
