import type {Adapter} from '../sessions/adapter.js'
import type {SecurityClass} from '../sessions/session.js'
import type {By} from './fleet.js'

/** Words of --by that are no labels. */
export const CAPTURE = 'capture'
const MODEL = 'model'
export const CLASS = 'class'
/** Label by which driver versions are told apart. */
export const DRIVER = 'driver'

export interface CaptureIdentity {
  /** Value of the label `capture`, else the path. */
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly adapters: readonly Adapter[]
}

/** The cohorts of one capture: the whole fleet, its driver versions, and what the user wants to see apart. */
export class Cohorts {
  constructor(
    readonly by: readonly string[],
    readonly capture: CaptureIdentity,
  ) {}

  /** `adapter` null: of no adapter in particular; `kind` null: no connect or roam. */
  of(adapter: Adapter | null, kind: SecurityClass | null): By[] {
    const all: By[] = [[]]
    const driver = this.#value(DRIVER, adapter, kind)
    if (driver !== null) all.push([[DRIVER, driver]])
    const wanted = this.by.map(name => [name, this.#value(name, adapter, kind)] as const)
    if (wanted.length > 0 && (driver === null || this.by.length > 1 || this.by[0] !== DRIVER)) all.push(wanted)
    return all
  }

  #value(name: string, adapter: Adapter | null, kind: SecurityClass | null): string | null {
    if (name === CLASS) return kind
    if (name === MODEL) return adapter?.model ?? this.#shared(({model}) => model)
    if (name === CAPTURE) return this.capture.name
    return this.#label(name, adapter)
  }

  /** An adapter's own label counts where adapters have different ones, else the capture's, which the user may have set. */
  #label(name: string, adapter: Adapter | null): string | null {
    const own = (labels: Readonly<Record<string, string>>) =>
      Object.hasOwn(labels, name) ? (labels[name] ?? null) : null
    const differ = new Set(this.capture.adapters.map(({labels}) => own(labels))).size > 1
    const ofAdapter = adapter === null ? this.#shared(({labels}) => own(labels)) : own(adapter.labels)
    if (differ) return ofAdapter
    return own(this.capture.labels) ?? ofAdapter
  }

  /** What all adapters agree on. */
  #shared(of: (adapter: Adapter) => string | null): string | null {
    const values = new Set(this.capture.adapters.map(of))
    const [only] = values
    return values.size === 1 ? (only ?? null) : null
  }
}
