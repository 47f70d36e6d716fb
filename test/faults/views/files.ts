import {EXPORTERS} from '../../../src/exports/index.js'
import {readScenarioTrace} from '../../../src/parsers/scenario/scenario-trace.js'
import {withNoise} from '../../samples/noise.js'
import type {Random} from '../random.js'
import {judgeFiles, record} from '../recording.js'
import {type Trace, writeLine} from '../trace/trace.js'
import {changed, findingsOf, type View} from './view.js'

/** Other files for the same records. */

const ORIGIN = Date.UTC(2026, 0, 1) * 1000

export const FILES: readonly View[] = [
  changed('comments, blank lines, other blanks', (trace, rng) => {
    trace.decorate = texts =>
      texts.flatMap(text => [
        ...(rng.chance(0.2) ? ['', '   # M1 TASK_ROAM 1 1 entries=AP-A'] : []),
        `${rng.chance(0.5) && !text.startsWith('-') ? '  +' : '  '}${text.replace(/ /g, '  ')} # end`,
      ])
  }),
  changed('records that say nothing to any rule', insertLogs, {
    // Health of a capture is judged by neighbours, which the new records become.
    except: ({rule}) => rule.startsWith('capture-'),
  }),
  {
    name: 'two files, torn apart anywhere',
    findings: async (trace, rng) => {
      const recording = record(trace.text())
      const {events, fromUs, toUs} = recording
      const split = rng.int(0, events.length)
      const cutUs = events[split]?.atUs ?? toUs
      return judgeFiles(recording, [
        {events: events.slice(0, split), fromUs, toUs: cutUs},
        {events: events.slice(split), fromUs: cutUs, toUs},
      ])
    },
    // What was lost at a place lies between neighbours in one file.
    except: ({way}) => way === 'a loss record in the log' || way === 'two records change places',
  },
  {
    name: 'two scenario files',
    findings: async (trace, rng) => {
      const texts = inTwo(trace, rng)
      return texts === null ? null : findingsOf(...texts)
    },
  },
  {
    name: 'a listing, among lines of others',
    shiftUs: ORIGIN,
    findings: async trace => {
      const listing = EXPORTERS.find(({id}) => id === 'tracefmt')
      if (listing === undefined) throw new Error('no exporter of tracefmt listings')
      return findingsOf(withNoise([...listing.render(readScenarioTrace(trace.text()))].join('')))
    },
  },
]

/** AutoConfig records that tell no beginning and no end of anything: no finding changes. */
function insertLogs(trace: Trace, rng: Random): void {
  const story = rng.pick(trace.stories)
  const begin = Math.max(trace.fromUs, story.start - 1000)
  for (let i = rng.int(1, 8); i > 0; i--) {
    const at = rng.int(begin, story.end + 1000)
    const event = rng.pick(['11001', '12012', '21057', '40002'])
    story.insert({at, kind: 'LOG', event, port: 'adapter', id: null, fields: rng.chance(0.5) ? ['AP-C'] : []})
  }
}

/** Two scenario files with the same header; the second begins between two stories, so that its frames need no earlier line. */
function inTwo(trace: Trace, rng: Random): string[] | null {
  const cuts = trace.stories
    .map(({end}) => end)
    .filter(us => trace.stories.every(({start, end}) => end <= us || start > us))
  if (cuts.length === 0) return null
  const cut = rng.pick(cuts)
  const records = trace
    .arrange(trace.placed())
    .map(([story, line]) => [line.at, writeLine(line, story.adapter)] as const)
  return [true, false].map(early =>
    [...trace.header(), ...records.flatMap(([at, text]) => (at <= cut === early ? [text] : []))].join('\n'),
  )
}
