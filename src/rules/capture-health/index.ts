import type {Rule} from '../rule.js'
import {captureAdapterAmbiguous} from './capture-adapter-ambiguous.js'
import {captureClockStep} from './capture-clock-step.js'
import {captureDuplicateRecords} from './capture-duplicate-records.js'
import {captureEndsMidSession} from './capture-ends-mid-session.js'
import {captureEventsLost} from './capture-events-lost.js'
import {captureFamilyMissing} from './capture-family-missing.js'
import {captureFramesTruncated} from './capture-frames-truncated.js'
import {captureOrderSuspect} from './capture-order-suspect.js'
import {captureStartsMidSession} from './capture-starts-mid-session.js'
import {captureTimestampsCoarse} from './capture-timestamps-coarse.js'
import {captureTransactionIdMissing} from './capture-transaction-id-missing.js'
import {captureUndecodedRecords} from './capture-undecoded-records.js'

/** In the order of the catalogue. */
export const captureHealthRules: readonly Rule[] = [
  captureEventsLost,
  captureStartsMidSession,
  captureEndsMidSession,
  captureTimestampsCoarse,
  captureOrderSuspect,
  captureFamilyMissing,
  captureTransactionIdMissing,
  captureUndecodedRecords,
  captureAdapterAmbiguous,
  captureClockStep,
  captureDuplicateRecords,
  captureFramesTruncated,
]
