import {count} from '../count.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const captureDuplicateRecords: Rule = {
  meta: {
    id: 'capture-duplicate-records',
    category: 'capture-health',
    tier: 2,
    severity: 'info',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'Every record is in the input once.',
    why: 'Counted twice, one completion would look like two, which is a driver error. The copies are taken out before anything is judged.',
    harmless: 'Always, once it is known: overlapping files of one recording hold the same records.',
    next: 'Nothing, unless you did not mean to give overlapping files. Check what was merged.',
    limits: [],
    numbers: null,
    source: 'reasoning',
    needs: ['several files, or identical neighbours'],
    examples: {
      bad: [
        {
          title: 'the same line twice',
          scenario: `
  0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
100  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50
100  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50
`,
        },
      ],
      good: [
        {
          title: 'the same message on another processor is another record',
          scenario: `
  0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
100  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50 cpu=0
100  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50 cpu=1
`,
        },
      ],
    },
  },
  subject: 'capture',
  check({capture}) {
    const {duplicates, fileOrder} = capture
    const [first] = duplicates
    if (first === undefined) {
      return fileOrder.length > 1 ? PASS : notApplicable('a single file without identical neighbours')
    }
    const inputs = new Set(duplicates.flatMap(({event, of}) => [event.place.input, of.place.input]))
    const where = inputs.size === 1 ? 'one file' : `${inputs.size} files`
    const copies = count(duplicates.length, 'record is a copy', 'records are copies')
    return violation({
      atUs: null,
      message: `${copies} of another one, in ${where}; taken out before anything was judged.`,
      evidence: [first.of, first.event],
      session: null,
    })
  },
}
