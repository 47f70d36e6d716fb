import {between, usOf} from '../scene.js'
import {type Injection, injection} from './injection.js'

const SCAN = {kind: 'scan'} as const

export const captureHealth: readonly Injection[] = [
  injection('capture-events-lost', 'counter in the header', {stories: []}, scene => {
    scene.trace.keys[scene.rng.pick(['lost-events', 'lost-buffers'])] = scene.rng.int(1, 500)
    scene.own(null)
  }),
  injection('capture-events-lost', 'a loss record in the log', {stories: [SCAN]}, scene => {
    scene.add(scene.story.end + 1000, 'LOG', 'EVENTS_LOST', [], {port: 'adapter'})
    scene.own(null)
  }),
  injection(
    'capture-starts-mid-session',
    'the command lies before the capture',
    {alone: true, stories: [SCAN]},
    scene => {
      const {trace, story} = scene
      cutBefore(scene, story.part('m1').at + 1)
      trace.fromUs = story.part('m3').at - scene.rng.int(0, story.part('m3').at - story.part('m1').at - 1)
      scene.own(story.part('m3'))
    },
  ),
  injection(
    'capture-starts-mid-session',
    'command and response lie before the capture',
    {alone: true, stories: [{kind: 'disconnect'}]},
    scene => {
      const {trace, story} = scene
      cutBefore(scene, story.part('m3').at + 1)
      trace.fromUs = story.part('m3').at + 1
      scene.own(story.part('done'))
    },
  ),
  injection(
    'capture-ends-mid-session',
    'the completion lies behind the capture',
    {alone: true, last: true, stories: [SCAN]},
    scene => {
      const {trace, story, rng} = scene
      story.remove(story.part('done'))
      trace.toUs = story.end + rng.ms(0, 25_000)
      scene.own(null)
    },
  ),
  injection(
    'capture-timestamps-coarse',
    'a clock of 10 ms and more',
    {alone: true, bare: true, linked: false, stories: [SCAN, {kind: 'properties'}]},
    scene => {
      scene.trace.keys.granularity = scene.rng.int(10, 16)
      scene.own(null)
    },
  ),
  injection('capture-order-suspect', 'two records change places', {alone: true, stories: [SCAN]}, scene => {
    const {trace, story} = scene
    const [first, second] = [story.part('m1'), story.part('m3')]
    scene.delay(second, 2)
    trace.arrange = records => {
      const late = records.filter(([, line]) => line === second)
      return records.flatMap(one => (one[1] === first ? [...late, one] : one[1] === second ? [] : [one]))
    }
    scene.own(null)
  }),
  injection('capture-family-missing', 'no responses', {alone: true, stories: [SCAN, SCAN, SCAN, SCAN, SCAN]}, scene => {
    const {trace} = scene
    for (const story of trace.stories) story.remove(...story.lines.filter(({kind}) => kind === 'M3'))
    trace.keys.families = 'M1,IND,LOG'
    scene.own(null)
  }),
  injection('capture-transaction-id-missing', 'no ids at all', {alone: true, stories: [SCAN]}, scene => {
    for (const line of scene.trace.stories.flatMap(({lines}) => lines)) line.id = null
    scene.own(null)
  }),
  injection('capture-undecoded-records', 'more than 1 % without format', {stories: []}, scene => {
    scene.trace.keys.wpp = 100
    scene.trace.keys.undecoded = scene.rng.int(2, 100)
    scene.own(null)
  }),
  injection('capture-adapter-ambiguous', 'one record names no adapter', {two: true, stories: [SCAN]}, scene => {
    scene.story.find('IND', 'BSS_ENTRY_LIST').anonymous = true
    scene.own(null)
  }),
  injection('capture-clock-step', 'a logged change', {stories: [SCAN]}, scene => {
    scene.add(
      between(scene.part('m3'), scene.part('done')),
      'LOG',
      'TIME_CHANGE',
      [`by=${scene.rng.pick([-7000, 5000, 3_600_000])}`],
      {port: 'adapter'},
    )
    scene.own(null)
  }),
  injection('capture-clock-step', 'a second clock that does not jump', {alone: true, stories: [SCAN]}, scene => {
    const jump = between(scene.part('m3'), scene.part('done'))
    const gap = scene.rng.int(1500, 60_000) * 1000
    for (const line of scene.trace.stories.flatMap(({lines}) => lines)) {
      line.fields.push(`mono=${(line.at - (line.at > jump ? gap : 0) + 10_000_000_000) / 1000}`)
    }
    scene.trace.toUs += gap
    scene.own(null)
  }),
  injection('capture-duplicate-records', 'a record twice', {stories: [SCAN]}, scene => {
    const line = scene.rng.pick(scene.story.lines)
    scene.trace.arrange = records => records.flatMap(one => (one[1] === line ? [one, one] : [one]))
    scene.own(null)
  }),
  injection('capture-frames-truncated', 'a payload that was cut', {stories: [SCAN]}, scene => {
    scene.story.find('IND', 'BSS_ENTRY_LIST').fields.push('truncated')
    scene.own(null)
  }),
  injection(
    'capture-frames-truncated',
    'a frame that was cut',
    {plainLinks: true, stories: [{kind: 'connect', wish: {security: 'psk', frames: true}}]},
    scene => {
      const {fields} = scene.part('result')
      const [entry] = fields
      if (typeof entry === 'object') {
        for (const field of entry.fields)
          if (typeof field === 'object' && field.name === 'response') field.fields.push('truncated')
      }
      scene.own(null)
    },
  ),
]

/** Takes out everything that was recorded before. */
function cutBefore({trace}: {readonly trace: import('../trace/trace.js').Trace}, us: number): void {
  for (const story of trace.stories) story.remove(...story.lines.filter(line => usOf(line) < us))
}
