import type {Micros} from '../events/units.js'
import type {Command} from '../sessions/task.js'

/** A firmware stall, reset recovery, close or removal ended the command by this moment: outcome device-reset. */
export function endedByReset({resetBy}: Command, limitUs: Micros): boolean {
  return resetBy !== null && resetBy.atUs <= limitUs
}
