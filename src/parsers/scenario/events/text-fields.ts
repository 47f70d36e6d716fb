import type {TextFields} from '../../../events/event.js'

/** Collects text fields; what is null was not exported and stays out. */
export class TextFieldList {
  readonly #fields: Record<string, readonly string[]> = Object.create(null)

  add(name: string, ...values: readonly (string | number | null)[]): this {
    const known = values.filter(value => value !== null).map(String)
    if (known.length > 0) this.#fields[name] = known
    return this
  }

  get fields(): TextFields {
    return this.#fields
  }
}
