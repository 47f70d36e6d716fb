import type {TraceEvent} from '../../events/event.js'
import type {Mac} from '../../events/units.js'
import {parseMac} from '../octets.js'
import {dot11AssocStatus} from '../windot11.js'
import {normaliseName, parseMember, parseNumber} from './text-values.js'

/** The printed fields of one event, by their names in `TEXT_FIELDS`. */
export class PrintedFields {
  readonly #values: ReadonlyMap<string, readonly string[]>

  constructor(event: TraceEvent) {
    this.#values = new Map(Object.entries(event.fields).map(([name, values]) => [normaliseName(name), values]))
  }

  /** Values under the first of the names that was printed. */
  all(...names: readonly string[]): readonly string[] {
    for (const name of names) {
      const values = this.#values.get(name)
      if (values !== undefined) return values
    }
    return []
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  text(...names: readonly string[]): string | undefined {
    return this.all(...names)[0]
  }

  number(...names: readonly string[]): number | undefined {
    const value = this.text(...names)
    return value === undefined ? undefined : parseNumber(value)
  }

  member(set: string, ...names: readonly string[]): number | undefined {
    const value = this.text(...names)
    return value === undefined ? undefined : parseMember(set, value)
  }

  /** Every value as a member; undefined when none was printed or one is unreadable. */
  members(set: string, name: string): readonly number[] | undefined {
    return whole(this.all(name).map(value => parseMember(set, value)))
  }

  mac(...names: readonly string[]): Mac | undefined {
    const value = this.text(...names)
    return value === undefined ? undefined : parseMac(value.trim())
  }

  macs(...names: readonly string[]): readonly Mac[] | undefined {
    return whole(this.all(...names).map(value => parseMac(value.trim())))
  }

  /** `status=UNREACHABLE`, `reason=LOST` or a number of Native 802.11. */
  dot11Status(name: string): number | undefined {
    const value = this.text(name)
    return value === undefined ? undefined : (parseNumber(value) ?? dot11AssocStatus(value.trim()))
  }
}

function whole<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  return values.length > 0 && values.every(value => value !== undefined) ? (values as readonly T[]) : undefined
}
