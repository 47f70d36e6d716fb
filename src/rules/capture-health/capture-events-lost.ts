import {count} from '../count.js'
import type {Rule} from '../rule.js'
import {duration, PASS, violation} from '../verdict.js'

/** As many loss spans as a sentence bears. */
const SHOWN_SPANS = 5

export const captureEventsLost: Rule = {
  meta: {
    id: 'capture-events-lost',
    category: 'capture-health',
    tier: 1,
    severity: 'warning',
    blame: 'capture',
    basis: 'M',
    class: 'DESC',
    statement: 'The capture holds every event that its session was given: no lost events, no lost buffers.',
    why: 'Where events were lost, a missing record no longer proves that nothing happened. Every rule about something that is absent turns inconclusive there.',
    harmless:
      'When the losses lie far from the sessions you care about. A counter without positions cannot show that, so it puts the whole capture in doubt.',
    next: 'Record again with larger or more buffers, fewer providers, and a file instead of a circular log. Values and closed durations of this capture still stand.',
    limits: [],
    numbers: null,
    source: 'win32/etw/rt-lostevent; test/wpt/sessions (EventsLost)',
    needs: ['loss records or loss counters of the trace header'],
    examples: {
      bad: [
        {
          title: 'a loss record in the middle of the trace',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1        -  AP-A quality=60
 1000  LOG  EVENTS_LOST        adapter  -
 2000  IND  LINK_STATE_CHANGE  1        -  AP-A quality=55
`,
        },
        {
          title: 'only a counter in the trace header',
          scenario: `
capture lost-events=12 lost-buffers=1

-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
`,
        },
      ],
      good: [
        {
          title: 'a long silence, but nothing lost',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
35000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=55
`,
        },
      ],
    },
  },
  addition(found) {
    const undecided = found.filter(({undone}) => undone?.includes('L-LOSS')).length
    return undecided === 0
      ? 'No verdict became inconclusive by it.'
      : `${count(undecided, 'verdict')} became inconclusive by it.`
  },
  subject: 'capture',
  check({capture}) {
    const {lostEvents, lostBuffers, lossRecords, lossSpans} = capture
    if (lostEvents + lostBuffers + lossRecords.length + lossSpans.length === 0) return PASS
    const parts: string[] = []
    if (lostEvents > 0) parts.push(`the trace header counts ${count(lostEvents, 'lost event')}`)
    if (lostBuffers > 0) parts.push(`the trace header counts ${count(lostBuffers, 'lost buffer')}`)
    const spans = lossSpans.slice(0, SHOWN_SPANS).map(({startUs, endUs}) => duration(endUs - startUs))
    const more = lossSpans.length > SHOWN_SPANS ? ' and more' : ''
    if (lossSpans.length > 0)
      parts.push(`${count(lossSpans.length, 'gap')} in which events were lost (${spans.join(', ')}${more})`)
    else parts.push('nothing says where, so that the whole capture is in doubt')
    return violation({atUs: null, message: `${sentence(parts)}.`, evidence: lossRecords, session: null})
  },
}

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
