import type {Model} from '../parsers/capabilities.js'
import type {Adapter} from '../sessions/adapter.js'
import {type Judge, runsOn} from './judge.js'
import type {Rule} from './rule.js'

/** The judges of one kind of subject, by the names of the subjects and the model of their adapter. */
export class Bench {
  readonly #asked = new Map<Model | null, Map<string, readonly Judge[]>>()

  constructor(readonly judges: readonly Judge[]) {}

  /** Who is to be asked about a subject; null: nobody knows its adapter, and rules for any model are asked. */
  of(name: string, adapter: Adapter | null): readonly Judge[] {
    const model = adapter?.model ?? null
    let byName = this.#asked.get(model)
    if (byName === undefined) {
      byName = new Map()
      this.#asked.set(model, byName)
    }
    let asked = byName.get(name)
    if (asked === undefined) {
      asked = this.judges.filter(({rule}) => wants(rule, name) && (model === null || runsOn(rule, model)))
      byName.set(name, asked)
    }
    return asked
  }
}

/** null names all. */
function wants(rule: Rule, name: string): boolean {
  if (rule.subject === 'session' || rule.subject === 'windows') return rule.kinds.some(kind => kind === name)
  return !('names' in rule) || rule.names === null || rule.names.includes(name)
}
