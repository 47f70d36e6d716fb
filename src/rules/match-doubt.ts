import type {Command} from '../sessions/task.js'
import type {Observation} from './rule.js'

/** L-TXN: without a transaction id the records were matched by port and kind only, so that confidence is low. */
export function matchDoubt(...commands: readonly Command[]): Pick<Observation, 'lowered' | 'confidence'> {
  return commands.some(({transactionId}) => transactionId === null) ? {lowered: ['L-TXN'], confidence: 'low'} : {}
}
