import type {Adapter} from '../sessions/adapter.js'
import type {Trace} from './trace.js'

/** FT and SAE parameters pass beside the ordinary command path, and an export of that path lacks them. */
const DIRECT = ['SET_FAST_BSS_TRANSITION_PARAMETERS', 'SET_SAE_AUTH_PARAMS']

/** Has the adapter any direct command in the whole capture? Without one, a missing answer may merely not be exported. */
export function hasDirectCommands(adapter: Adapter, trace: Trace): boolean {
  return DIRECT.some(name => trace.families.hasMessage(adapter, name))
}
