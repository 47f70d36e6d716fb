import {ALL_STATIONS, type Mac} from '../../../events/units.js'

const LITERAL = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i

/** Names of scenario.md 1.4 that every scenario has. */
function builtIn(): Map<string, Mac> {
  const names = new Map<string, Mac>([
    ['STA', '02:00:00:00:00:01'],
    ['STA-MLD', '02:00:00:00:00:ff'],
    ['ALL', ALL_STATIONS],
  ])
  for (const letter of 'ABCDEF') {
    const ap = `02:00:00:00:0${letter.toLowerCase()}`
    names.set(`AP-${letter}`, `${ap}:01`)
    for (let link = 2; link <= 9; link++) names.set(`AP-${letter}${link}`, `${ap}:0${link}`)
    names.set(`MLD-${letter}`, `${ap}:ff`)
  }
  return names
}

/** Addresses by name or literally. */
export class Addresses {
  readonly #names = builtIn()
  readonly #aliases = new Map<string, Mac>()

  /** The aliases of the file, in order. */
  get aliases(): ReadonlyMap<string, Mac> {
    return this.#aliases
  }

  /** False: the name is taken. */
  add(name: string, address: Mac): boolean {
    if (this.#names.has(name)) return false
    this.#names.set(name, address)
    this.#aliases.set(name, address)
    return true
  }

  find(text: string): Mac | undefined {
    return this.#names.get(text) ?? (LITERAL.test(text) ? text.toLowerCase() : undefined)
  }

  readonly isAddress = (text: string): boolean => this.find(text) !== undefined
}
