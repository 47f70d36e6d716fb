import {ms} from '../../events/units.js'
import type {Rule} from '../rule.js'
import {duration, PASS, violation} from '../verdict.js'

const COARSE = ms(10)

export const captureTimestampsCoarse: Rule = {
  meta: {
    id: 'capture-timestamps-coarse',
    category: 'capture-health',
    tier: 1,
    severity: 'warning',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'Record times are finer than 10 ms.',
    why: 'The limits for roams and aborts are 50 and 100 ms. With steps of 10 ms or more a value near its limit cannot be judged, and records of one step have no order but that of the file.',
    harmless: 'When the question is about seconds: hangs, retries, storms.',
    next: 'Export again from the binary log with the finest time format the tool has; text exports often cut digits that the log still holds.',
    limits: [],
    numbers: '10 ms',
    source: 'reasoning: one fifth of the smallest limit used here (50 ms)',
    needs: ['record times'],
    examples: {
      bad: [
        {
          title: 'a clock that ticks 64 times a second',
          scenario: `
capture granularity=15.625

    0    IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
   15.6  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50
`,
        },
      ],
      good: [
        {
          title: 'whole milliseconds are fine enough',
          scenario: `
capture granularity=1

  0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
 15  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50
`,
        },
        {
          title: 'just below 10 ms',
          scenario: `
capture granularity=9.999

  0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
`,
        },
      ],
    },
  },
  subject: 'capture',
  check({capture}) {
    const {granularityUs, sharedStamps} = capture
    if (granularityUs < COARSE) return PASS
    return violation({
      atUs: null,
      message: `Record times step by ${duration(granularityUs)}; ${Math.round(sharedStamps * 100)} % of the records share their time with another one.`,
      evidence: [],
    })
  },
}
