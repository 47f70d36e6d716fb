import type {Random} from './random.js'

/** An access point of the traces; names are those of scenario.md 1.4. */
export interface Ap {
  readonly name: string
  readonly mld: string
  /** It offers Multi-Link connections. */
  readonly mlo: boolean
}

/** A connection of a station port. */
export interface Link {
  readonly ap: Ap
  readonly mlo: boolean
}

export type Model = 'wificx' | 'wdi' | 'native80211'

/** A port as a story finds it. */
export interface PortWorld {
  readonly number: number
  readonly role: 'station' | 'ap'
  /** null: not connected. */
  link: Link | null
  /** The capture shows that link, or its absence: it did not begin before the capture. */
  known: boolean
  /** End of the last roam, µs: a link that breaks soon after would be a finding. */
  roamedAt: number
  /** Native 802.11: connected by the host, so that roams are legal. */
  secured: boolean
}

export interface AdapterWorld {
  readonly name: string | null
  readonly model: Model
  /** The system sleeps now and then, which explains whatever takes long. */
  readonly maySleep: boolean
  /** Multi-Link connections occur. */
  readonly mayMlo: boolean
  readonly ports: readonly PortWorld[]
  readonly aps: readonly Ap[]
  /** Capabilities that the header states. */
  readonly keys: Record<string, string | number>
  /** Moment up to which the story is told, µs. */
  now: number
  nextId: number
  /** Ids of commands that are over are sometimes used again, as is legal. */
  readonly reuseIds: boolean
  /** Ids of commands that are over. */
  readonly spentIds: number[]
}

export function makeAps(rng: Random): Ap[] {
  const letters = ['A', 'B', 'C', 'D', 'E', 'F']
  const sure = rng.shuffle(letters).slice(0, 2)
  return letters.map(letter => ({
    name: `AP-${letter}`,
    mld: `MLD-${letter}`,
    mlo: sure.includes(letter) || rng.chance(0.4),
  }))
}

/** The address by which indications and keys name the peer of a connection. */
export function peerName({ap, mlo}: Link): string {
  return mlo ? ap.mld : ap.name
}

/** An access point other than those given. */
export function otherAp(world: AdapterWorld, rng: Random, not: readonly (Ap | undefined)[], mlo = false): Ap {
  return rng.pick(world.aps.filter(ap => !not.includes(ap) && (!mlo || ap.mlo)))
}
