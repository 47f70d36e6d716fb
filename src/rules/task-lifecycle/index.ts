import type {Rule} from '../rule.js'
import {commandCompletedTwice} from './command-completed-twice.js'
import {commandOverlapM1M3} from './command-overlap-m1-m3.js'
import {commandPendingFinalStatus} from './command-pending-final-status.js'
import {indicationObjectMismatch} from './indication-object-mismatch.js'
import {serializedPropertyDuringTask} from './serialized-property-during-task.js'
import {taskCompleteBeforeStart} from './task-complete-before-start.js'
import {taskCompletedTwice} from './task-completed-twice.js'
import {taskCompletionUnmatched} from './task-completion-unmatched.js'
import {taskCompletionWrongKind} from './task-completion-wrong-kind.js'
import {taskCompletionWrongPort} from './task-completion-wrong-port.js'
import {taskCompletionWrongTransaction} from './task-completion-wrong-transaction.js'
import {taskOverlap} from './task-overlap.js'
import {taskStartFailedButCompleted} from './task-start-failed-but-completed.js'
import {taskStartMissing} from './task-start-missing.js'
import {transactionIdNotUnique} from './transaction-id-not-unique.js'
import {unsolicitedNonzeroTransaction} from './unsolicited-nonzero-transaction.js'

/** In the order of the catalogue. */
export const taskLifecycleRules: readonly Rule[] = [
  taskStartMissing,
  taskCompletedTwice,
  taskCompletionUnmatched,
  taskCompletionWrongTransaction,
  taskCompletionWrongKind,
  taskCompletionWrongPort,
  taskStartFailedButCompleted,
  commandCompletedTwice,
  commandPendingFinalStatus,
  transactionIdNotUnique,
  taskCompleteBeforeStart,
  unsolicitedNonzeroTransaction,
  taskOverlap,
  commandOverlapM1M3,
  serializedPropertyDuringTask,
  indicationObjectMismatch,
]
