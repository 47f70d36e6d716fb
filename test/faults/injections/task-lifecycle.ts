import {between} from '../scene.js'
import {setField} from '../trace/fields.js'
import {type Injection, injection} from './injection.js'

const SCAN = {stories: [{kind: 'scan'}]} as const
const ANY_TASK = ['scan', 'disconnect', 'stay'] as const
const anyTask = ANY_TASK.map(kind => ({kind, scenery: {stories: [{kind}]}}))

export const taskLifecycle: readonly Injection[] = [
  ...anyTask.map(({kind, scenery}) =>
    injection('task-start-missing', kind, scenery, scene => {
      const {story} = scene
      const m1 = story.part('m1')
      story.remove(story.part('m3'))
      scene.own(m1.at + 10_000_000)
      scene.doubt(m1, m1.at + 10_000_000)
    }),
  ),
  ...anyTask.map(({kind, scenery}) =>
    injection('task-completed-twice', kind, scenery, scene => {
      const done = scene.part('done')
      scene.own(scene.add(done.at + scene.rng.ms(0.1, 0.9), 'IND', done.event, [...done.fields], {id: done.id}))
    }),
  ),
  injection('task-completion-unmatched', 'a completion without task', SCAN, scene => {
    const done = scene.part('done')
    const line = scene.add(
      done.at + scene.rng.ms(100, 400),
      'IND',
      scene.rng.pick(['SCAN_COMPLETE', 'P2P_DISCOVERY_COMPLETE']),
      ['status=success'],
      {id: scene.freshId()},
    )
    scene.own(line)
    scene.doubt(done, line)
  }),
  ...['scan', 'disconnect', 'stay', 'roam'].flatMap(kind =>
    [0, 1].map(zero =>
      injection(
        'task-completion-wrong-transaction',
        `${kind}, ${zero === 0 ? 'id 0' : 'foreign id'}`,
        {stories: [{kind}]},
        scene => {
          scene.part('done').id = zero === 0 ? 0 : scene.freshId()
          scene.own(scene.part('done'))
        },
      ),
    ),
  ),
  injection('task-completion-wrong-kind', 'scan', SCAN, scene => {
    scene.part('done').event = scene.rng.pick([
      'CHANGE_OPERATION_MODE_COMPLETE',
      'P2P_DISCOVERY_COMPLETE',
      'STOP_AP_COMPLETE',
    ])
    scene.own(scene.part('done'))
  }),
  ...anyTask.map(({kind, scenery}) =>
    injection('task-completion-wrong-port', kind, scenery, scene => {
      scene.part('done').port = 9
      scene.own(scene.part('done'))
    }),
  ),
  injection('task-start-failed-but-completed', 'scan', SCAN, scene => {
    setField(scene.part('m3').fields, 'status', scene.rng.pick(['failure', '0xC000009A']))
    scene.own(scene.part('done'))
    scene.doubt(scene.part('m3'), scene.part('done'))
  }),
  injection('command-completed-twice', 'property', {stories: [{kind: 'properties'}]}, scene => {
    const m3 = scene.part('m3')
    scene.own(scene.add(m3.at + scene.rng.ms(0.1, 0.9), 'M3', m3.event, [...m3.fields], {id: m3.id}))
  }),
  injection('command-completed-twice', 'task', SCAN, scene => {
    const m3 = scene.part('m3')
    scene.own(scene.add(m3.at + scene.rng.ms(0.1, 0.9), 'M3', m3.event, [...m3.fields], {id: m3.id}))
  }),
  injection('command-pending-final-status', 'property', {stories: [{kind: 'properties'}]}, scene => {
    setField(scene.part('m3').fields, 'status', 'pending')
    scene.own(scene.part('m3'))
  }),
  injection(
    'transaction-id-not-unique',
    'the abort has the id of its target',
    {stories: [{kind: 'scan aborted'}]},
    scene => {
      const {id} = scene.part('m1')
      scene.part('abort').id = id
      scene.part('aborted').id = id
      scene.own(scene.part('abort'))
    },
  ),
  ...anyTask.map(({kind}) =>
    injection('task-complete-before-start', kind, {model: 'wificx', stories: [{kind}]}, scene => {
      const done = scene.part('done')
      scene.own(scene.move(scene.part('m3'), done.at + scene.rng.ms(0.1, 0.9)))
    }),
  ),
  injection('unsolicited-nonzero-transaction', 'link report', {linked: true, stories: [{kind: 'report'}]}, scene => {
    scene.part('link').id = scene.rng.int(1, 9000)
    scene.own(scene.part('link'))
  }),
  injection('unsolicited-nonzero-transaction', 'list', SCAN, scene => {
    const list = scene.story.find('IND', 'BSS_ENTRY_LIST')
    list.id = scene.part('m1').id
    scene.own(list)
  }),
  injection('task-overlap', 'a task during a scan', SCAN, scene => {
    const {story} = scene
    const [from, to] = [story.part('m3'), story.part('done')]
    const m1 = scene.addCommand(between(from, to, 0.4), 'TASK_CHANGE_OPERATION_MODE')
    scene.add(between(from, to, 0.7), 'IND', 'CHANGE_OPERATION_MODE_COMPLETE', ['status=success'], {id: m1.id})
    scene.own(m1)
  }),
  injection('command-overlap-m1-m3', 'two properties', {stories: [{kind: 'properties'}]}, scene => {
    const [m1, m3] = [scene.part('m1'), scene.part('m3')]
    const other = scene.add(between(m1, m3), 'M1', 'GET_STATISTICS')
    scene.add(m3.at + 300, 'M3', 'GET_STATISTICS', ['status=success'], {id: other.id})
    scene.own(other)
  }),
  injection('serialized-property-during-task', 'a property during a scan', SCAN, scene => {
    const {story} = scene
    scene.own(scene.addCommand(between(story.part('m3'), story.part('done')), 'SET_PRIVACY_EXEMPTION_LIST'))
  }),
  injection(
    'indication-object-mismatch',
    'a port indication on the adapter',
    {linked: true, stories: [{kind: 'report'}]},
    scene => {
      scene.part('link').port = 'adapter'
      scene.own(scene.part('link'))
    },
  ),
  injection('indication-object-mismatch', 'the radio on a port', {stories: [{kind: 'radio'}]}, scene => {
    scene.part('status').port = 1
    scene.own(scene.part('status'))
  }),
]
