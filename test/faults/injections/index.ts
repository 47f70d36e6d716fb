import {abortReset} from './abort-reset.js'
import {captureHealth} from './capture-health.js'
import {ft} from './ft.js'
import type {Injection} from './injection.js'
import {legacyOperations} from './legacy-operations.js'
import {legacyValues} from './legacy-values.js'
import {multiLink} from './mlo.js'
import {payloadFrames} from './payload-frames.js'
import {payloadValues} from './payload-values.js'
import {roamQuality} from './roam-quality.js'
import {sae} from './sae.js'
import {sequence} from './sequence.js'
import {taskLifecycle} from './task-lifecycle.js'
import {timing} from './timing.js'

export const INJECTIONS: readonly Injection[] = [
  ...captureHealth,
  ...taskLifecycle,
  ...timing,
  ...sequence,
  ...payloadFrames,
  ...payloadValues,
  ...ft,
  ...sae,
  ...multiLink,
  ...abortReset,
  ...roamQuality,
  ...legacyOperations,
  ...legacyValues,
]

/** Rules without an injection, and why. */
export const NOT_INJECTABLE: ReadonlyMap<string, string> = new Map()
