import type {Scenery} from '../generate.js'
import {between} from '../scene.js'
import {setField} from '../trace/fields.js'
import {type Injection, injection} from './injection.js'
import {connect, indicate, LEGACY, roam} from './legacy-scenery.js'

/** Operations of Native 802.11 that begin, nest and end as they must not. */

const S = 1_000_000
const REPEATED: Scenery = {...LEGACY, linked: true, stories: [{kind: 'legacy roam repeated'}]}

export const legacyOperations: readonly Injection[] = [
  injection('n80211-roam-nested', 'a second start', roam(), scene => {
    const begin = scene.part('begin')
    const line = indicate(scene, begin.at + 500, 'ROAMING_START', [...begin.fields])
    scene.own(line)
    scene.doubt(begin, line)
  }),
  injection('n80211-roam-unpaired', 'no start', connect(), scene => {
    const quality = scene.part('quality')
    const line = indicate(scene, quality.at + scene.rng.ms(1, 400), 'ROAMING_COMPLETION', ['status=success'])
    scene.own(line)
    scene.doubt(scene.part('done'), line)
  }),
  injection('n80211-roam-not-completed', 'no completion', roam({}, {last: true}), scene => {
    const {story} = scene
    story.remove(story.part('done'))
    const begin = story.part('begin')
    scene.own(begin.at + 10 * S)
    scene.doubt(begin, begin.at + 10 * S)
  }),
  injection(
    'n80211-roam-before-connect',
    'no connection',
    {
      ...LEGACY,
      bare: true,
      linked: false,
      stories: [{kind: 'legacy connect'}, {kind: 'legacy roam', wish: {lost: false}}],
    },
    scene => {
      const connected = scene.story
      connected.remove(...connected.lines)
      const begin = scene.at(1).part('begin')
      scene.own(begin)
      scene.doubt(scene.trace.fromUs, begin)
    },
  ),
  injection('n80211-roam-during-connect', 'a completion', connect(), scene => {
    const {story} = scene
    const line = indicate(scene, between(story.part('begin'), story.part('start'), 0.5), 'ROAMING_COMPLETION', [
      'status=success',
    ])
    scene.own(line)
    scene.implied('n80211-roam-unpaired', line, 'no roam was started')
    scene.doubt(story.part('begin'), line)
  }),
  injection('n80211-connection-unpaired', 'no start', connect(), scene => {
    const quality = scene.part('quality')
    const line = indicate(scene, quality.at + scene.rng.ms(1, 400), 'CONNECTION_COMPLETION', ['status=success'])
    scene.own(line)
    scene.doubt(scene.part('done'), line)
  }),
  injection('n80211-connection-unpaired', 'two starts', connect(), scene => {
    const begin = scene.part('begin')
    const line = indicate(scene, begin.at + 500, 'CONNECTION_START')
    scene.own(line)
    scene.doubt(begin, line)
  }),
  injection('n80211-connect-start-over-10s', 'late', connect(), scene => {
    scene.delay(scene.part('begin'), scene.rng.int(10_001, 30_000))
    scene.own(scene.part('begin'))
  }),
  injection('n80211-connect-start-over-10s', 'after a refusal', connect(), scene => {
    setField(scene.part('m3').fields, 'status', 'failure')
    scene.own(scene.part('begin'))
  }),
  injection('n80211-assoc-outside-operation', 'at rest', connect(), scene => {
    const quality = scene.part('quality')
    const mac = `mac=${scene.strangerTo(scene.part('result')).name}`
    const start = indicate(scene, quality.at + 100_000, 'ASSOCIATION_START', [mac])
    indicate(scene, quality.at + 300_000, 'ASSOCIATION_COMPLETION', [mac, 'status=UNREACHABLE'])
    scene.own(start)
    scene.doubt(scene.part('done'), start)
  }),
  injection('n80211-assoc-nested', 'the first attempt is still open', roam({failures: 1}), scene => {
    const {story} = scene
    scene.move(story.part('failure0'), between(story.part('start'), story.part('result')))
    scene.own(story.part('start'))
    scene.doubt(story.part('start0'), story.part('start'))
  }),
  injection('n80211-assoc-unpaired', 'no start', roam({failures: 1}), scene => {
    const {story} = scene
    story.remove(story.part('start0'))
    scene.own(story.part('failure0'))
    scene.doubt(story.part('begin'), story.part('failure0'))
  }),
  injection('n80211-assoc-success-twice', 'both attempts succeed', roam({failures: 1}), scene => {
    const {story} = scene
    setField(story.part('failure0').fields, 'status', 'success')
    scene.own(story.part('result'))
    scene.implied(
      'n80211-roam-continues-after-success',
      story.part('start'),
      'the second attempt begins after a success',
    )
    scene.doubt(story.part('failure0'), story.part('start'))
  }),
  injection('n80211-roam-continues-after-success', 'one more attempt', roam(), scene => {
    const {story} = scene
    const [result, done] = [story.part('result'), story.part('done')]
    scene.delay(done, 300)
    const mac = `mac=${scene.strangerTo(...story.lines).name}`
    const start = indicate(scene, result.at + 10_000, 'ASSOCIATION_START', [mac])
    indicate(scene, result.at + 200_000, 'ASSOCIATION_COMPLETION', [mac, 'status=UNREACHABLE'])
    scene.own(start)
    scene.doubt(result, start)
  }),
  injection('n80211-roam-status-mismatch', 'success without an AP', REPEATED, scene => {
    setField(scene.part('firstDone').fields, 'status', 'success')
    scene.own(scene.part('firstDone'))
    scene.doubt(scene.part('firstBegin'), scene.part('firstDone'))
  }),
  injection(
    'n80211-roam-status-mismatch',
    'failure with an AP',
    {...LEGACY, linked: true, last: true, stories: [{kind: 'legacy roam'}]},
    scene => {
      const done = scene.part('done')
      setField(done.fields, 'status', 'failure')
      scene.own(done)
      scene.implied('n80211-no-roam-after-loss', done.at + 10 * S, 'a failed roam must be repeated')
    },
  ),
  injection('n80211-roam-without-attempt', 'no candidate', REPEATED, scene => {
    const {story} = scene
    story.remove(story.part('firstStart'), story.part('firstFailure'))
    setField(story.part('firstDone').fields, 'status', 'failure')
    scene.own(story.part('firstDone'))
    scene.doubt(story.part('firstBegin'), story.part('firstDone'))
  }),
  injection('n80211-better-ap-restart', 'no new start', {...REPEATED, last: true}, scene => {
    const {story} = scene
    setField(story.part('firstDone').fields, 'status', 'BETTER_AP')
    story.remove(story.part('begin'), story.part('done'))
    scene.own(story.part('start'))
    scene.implied(
      'n80211-no-roam-after-loss',
      story.part('firstDone').at + 10 * S,
      'a roam that was given up must be started again',
    )
    scene.doubt(story.part('firstDone'), story.part('start'))
  }),
]
