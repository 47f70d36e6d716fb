import {seconds} from '../events/units.js'

/** Hang limits of network/wdi-hang-detection-and-recovery. */
export const START_LIMIT = seconds(10)
export const COMPLETION_LIMIT = seconds(30)
/** This long after its start a capture may still show the rest of a task whose M1 lies before it (rules.md A.6). */
export const START_EDGE = START_LIMIT + COMPLETION_LIMIT
