import type {Undecoded} from '../../events/record.js'
import {lossTypeOf} from '../etw/lost-events.js'
import {ownText} from '../own-text.js'

/** A component or provider name of a listing, and what records under it are. */
export interface Component {
  readonly name: string | null
  readonly undecoded: Undecoded | null
  /** Kernel records, rendered as `Event: Name, Member: value`. */
  readonly kernel: boolean
  /** Kind of loss, 32 to 34, where the component is the class of lost events. */
  readonly loss: number | null
}

/** Lines without a component. */
export const NAMELESS: Component = {name: null, undecoded: null, kernel: false, loss: null}

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
    const own = ownText(name)
    const component: Component = {
      name: own === '' ? null : own,
      // Without a manifest: [Unknown], or an empty name with asterisks behind it.
      undecoded: name === 'Unknown' ? 'no-schema' : null,
      kernel: name === 'MSNT_SystemTrace',
      loss: lossTypeOf(name, null, ''),
    }
    if (known.size < MOST_COMPONENTS) known.set(own, component)
    return component
  }
}
