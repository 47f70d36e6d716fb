import type {Random} from '../random.js'
import {type Field, group, item} from '../trace/fields.js'
import type {AdapterWorld, Ap} from '../world.js'
import {otherAp} from '../world.js'
import type {Security} from './security.js'

/** An entry of the host's list. */
export interface Candidate {
  readonly ap: Ap
  readonly fields: Field[]
}

export interface CandidateWish {
  readonly security: Security
  readonly target: Ap
  readonly old: Ap | undefined
  /** How many others fail before the target is tried. */
  readonly failures: number
  readonly mlo: boolean
  /** The PMKID comes with the entry; false: later, by SET_ASSOCIATION_PARAMETERS. */
  readonly pmkid: boolean
  readonly flags: boolean | undefined
}

/** Entries of a task: the target, those that fail first, and some that nobody tries. */
export function makeCandidates(world: AdapterWorld, rng: Random, wish: CandidateWish) {
  const {target, old} = wish
  const failing: Ap[] = []
  while (failing.length < wish.failures) failing.push(otherAp(world, rng, [target, old, ...failing]))
  const idle: Ap[] = []
  const spare = world.aps.length - failing.length - (old === undefined ? 1 : 2)
  for (let i = rng.int(0, Math.min(2, spare)); i > 0; i--)
    idle.push(otherAp(world, rng, [target, old, ...failing, ...idle]))
  const flags = wish.flags ?? rng.chance(0.25)
  const rssi = rng.chance(0.4)
  const domain = `MD${rng.int(1, 3)}`
  const make = (ap: Ap, part: 'target' | 'failing' | 'idle'): Candidate => {
    const fields: Field[] = [ap.name]
    if (flags) fields.push(`flags=${part === 'target' ? '0x1' : part === 'failing' ? rng.pick(['0x0', '0x1']) : '0x2'}`)
    if (rssi) fields.push(`rssi=${-60 + rng.int(-2, 2)}`)
    if (wish.security === 'pmkid' && part === 'target' && wish.pmkid) fields.push(`pmkid=K${ap.name.at(-1)}`)
    if (wish.security === 'ft') {
      fields.push(group('ft', `mde=${domain}`, 'pmkr0=R0N', `snonce=S${ap.name.at(-1)}`, 'r0kh=r0kh1'))
    }
    if (wish.mlo && ap.mlo) fields.push('multi-link', `mld=${ap.mld}`)
    return {ap, fields}
  }
  const candidates = [
    make(target, 'target'),
    ...failing.map(ap => make(ap, 'failing')),
    ...idle.map(ap => make(ap, 'idle')),
  ]
  return {candidates: rng.shuffle(candidates), failing, idle}
}

/** `entries=…`: plain addresses where nothing more is said. */
export function entriesField(candidates: readonly Candidate[]): Field {
  return group(
    'entries',
    ...candidates.map(({fields}) => (fields.length === 1 ? (fields[0] as string) : item(...fields))),
  )
}
