import type {Unplaced} from './build-session.js'
import {NO_TOTALS} from './totals.js'

/** What a session has not, unless its source says it: a task, an association, times. */
export const BLANK = {
  port: null,
  transactionId: null,
  task: null,
  outcome: null,
  class: null,
  service: null,
  oldPeer: null,
  newPeer: null,
  request: null,
  trigger: null,
  triggerScan: null,
  tail: [],
  attempts: [],
  success: null,
  ft: [],
  sae: [],
  disassociations: [],
  key: null,
  phases: [],
  totals: NO_TOTALS,
} satisfies Partial<Unplaced>
