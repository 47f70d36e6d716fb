import type {Undecoded} from '../../events/record.js'

/** A component or provider name of a listing, and what records under it are. */
export interface Component {
  readonly name: string | null
  readonly undecoded: Undecoded | null
  /** Kernel records, rendered as `Event: Name, Member: value`. */
  readonly kernel: boolean
}

/** A listing has tens of components; a hostile one gets no more memory than this. */
const MOST_COMPONENTS = 4096

/**
 * Interns component names: the thousands of records of one provider share one string, which does not keep
 * the text alive that it was cut from.
 */
export function componentTable(): (name: string) => Component {
  const known = new Map<string, Component>()
  return name => {
    const found = known.get(name)
    if (found !== undefined) return found
    const component: Component = {
      name: name === '' ? null : name,
      // Without a manifest: [Unknown], or an empty name with asterisks behind it.
      undecoded: name === 'Unknown' ? 'no-schema' : null,
      kernel: name === 'MSNT_SystemTrace',
    }
    if (known.size < MOST_COMPONENTS) known.set(name, component)
    return component
  }
}
