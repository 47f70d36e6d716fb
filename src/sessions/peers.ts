import type {Mac} from '../events/units.js'

/** true, false, or null: cannot be said without the map between link and MLD addresses (L-MLD). */
export type Same = boolean | null

/** Link addresses and the MLD they belong to, as frames and link infos have shown them. */
export class PeerMap {
  readonly #mldOf = new Map<Mac, Mac>()
  readonly #linksOf = new Map<Mac, Set<Mac>>()

  learn(link: Mac, mld: Mac): void {
    this.#mldOf.set(link, mld)
    const links = this.#linksOf.get(mld) ?? new Set()
    this.#linksOf.set(mld, links.add(link))
  }

  /** The MLD of a link address, the address itself if it is known as an MLD, else null. */
  mld(address: Mac): Mac | null {
    return this.#mldOf.get(address) ?? (this.#linksOf.has(address) ? address : null)
  }

  isMld(address: Mac): boolean {
    return this.#linksOf.has(address)
  }

  /** A link address for an MLD address, the first that was learnt; other addresses unchanged. */
  link(address: Mac): Mac {
    if (this.#mldOf.has(address)) return address
    return this.#linksOf.get(address)?.values().next().value ?? address
  }

  /** Are two addresses one AP? `mlo`: the connection is known to be MLO, known not to be, or null. */
  same(a: Mac, b: Mac, mlo: boolean | null): Same {
    if (a === b) return true
    const mldA = this.mld(a)
    const mldB = this.mld(b)
    if (mldA !== null && mldB !== null) return mldA === mldB
    return mlo === false ? false : null
  }
}
