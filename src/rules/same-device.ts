import type {Mac} from '../events/units.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Trace} from './trace.js'

/** Bytes of an address that the radios of one device share, as text. */
const SHARED = 'xx:xx:xx:xx:xx'.length

/** Are two BSSIDs radios or links of one device, as far as the addresses tell: one MLD, or equal in the first five bytes? */
export function sameDevice(a: Mac, b: Mac, adapter: Adapter, trace: Trace): boolean {
  return trace.same(adapter, a, b, false) === true || a.slice(0, SHARED) === b.slice(0, SHARED)
}
