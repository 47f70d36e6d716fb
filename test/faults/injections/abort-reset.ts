import {between, type Scene} from '../scene.js'
import {item, setField} from '../trace/fields.js'
import {type Injection, injection} from './injection.js'

const S = 1_000_000
const SCAN_ABORTED = {stories: [{kind: 'scan aborted'}]} as const

/** Takes the reset (and the disconnect before it) out of a story that was aborted. */
function withoutReset({story}: Scene): void {
  const done = story.part('done')
  story.remove(...story.lines.filter(({at}) => at > done.at))
}

export const abortReset: readonly Injection[] = [
  injection('abort-completion-over-50ms', 'late', SCAN_ABORTED, scene => {
    scene.delay(scene.part('done'), scene.rng.int(51, 900))
    scene.own(scene.part('done'))
  }),
  injection('abort-response-missing', 'no response', SCAN_ABORTED, scene => {
    const [abort, aborted] = [scene.part('abort'), scene.part('aborted')]
    scene.story.remove(aborted)
    scene.own(abort.at + 10 * S)
    scene.doubt(abort, abort.at + 10 * S)
  }),
  injection('abort-before-start', 'before the start response', SCAN_ABORTED, scene => {
    const [abort, aborted] = [scene.part('abort'), scene.part('aborted')]
    scene.move(scene.part('m3'), between(abort, aborted))
    scene.own(abort)
  }),
  injection('abort-after-completion-race', 'the scan was over', SCAN_ABORTED, scene => {
    const {story} = scene
    const done = story.part('done')
    setField(story.part('m1').fields, 'repeat', 1)
    scene.move(story.part('aborted'), done.at + 450)
    scene.own(scene.move(story.part('abort'), done.at + 150))
  }),
  injection('abort-target-unknown', 'nobody has that id', SCAN_ABORTED, scene => {
    const abort = scene.part('abort')
    setField(scene.part('m1').fields, 'repeat', 1)
    setField(abort.fields, 'id', scene.freshId())
    scene.own(abort)
    scene.doubt(scene.part('m1'), abort)
  }),
  ...(
    [
      ['disconnect', 'TASK_DISCONNECT'],
      ['reset', 'TASK_DOT11_RESET'],
    ] as const
  ).map(([kind, target]) =>
    injection('abort-not-abortable', kind, {stories: [{kind}]}, scene => {
      const {story} = scene
      const [m1, m3, done] = [story.part('m1'), story.part('m3'), story.part('done')]
      const fields = [`target=${target}`, `id=${m1.id}`, `port=${story.port}`]
      scene.own(scene.addCommand(between(m3, done), 'ABORT_TASK', fields, 0.1))
    }),
  ),
  ...(['connect', 'roam'] as const).map(next =>
    injection(
      'abort-roam-without-reset',
      `next is ${next}`,
      {stories: [{kind: 'roam aborted late'}, {kind: 'connect', gap: [1000, 8000]}]},
      scene => {
        withoutReset(scene)
        const m1 = scene.at(1).part('m1')
        if (next === 'connect') {
          scene.own(m1)
          scene.doubt(scene.part('done'), m1)
          return
        }
        // A second roam without reset, and only then the reset.
        const at = scene.part('done').at + 5000
        const roam = scene.addCommand(at, 'TASK_ROAM', [
          'entries=AP-F',
          'auth=RSNA_PSK',
          'RoamFlag=1',
          'RoamNeededReason=10',
        ])
        scene.add(at + 5000, 'IND', 'ROAM_COMPLETE', ['status=failure'], {id: roam.id})
        scene.own(roam)
      },
    ),
  ),
  injection(
    'abort-connect-without-reset',
    'next is connect',
    {stories: [{kind: 'connect aborted'}, {kind: 'connect'}]},
    scene => {
      withoutReset(scene)
      const m1 = scene.at(1).part('m1')
      scene.own(m1)
      scene.doubt(scene.part('done'), m1)
    },
  ),
  injection(
    'abort-connect-without-reset',
    'nothing comes',
    {last: true, stories: [{kind: 'connect aborted'}]},
    scene => {
      withoutReset(scene)
      scene.own(scene.part('done'), 'inconclusive')
    },
  ),
  injection('abort-attempts-continue', 'SAE with another AP', {stories: [{kind: 'connect aborted'}]}, scene => {
    const {story} = scene
    const [aborted, done] = [story.part('aborted'), story.part('done')]
    setField(story.part('m1').fields, 'auth', 'WPA3_SAE')
    const name = scene.strangerTo(story.part('m1')).name
    scene.own(scene.add(between(aborted, done), 'IND', 'SAE_AUTH_PARAMS_NEEDED', [name, 'type=0']))
  }),
  injection('abort-attempts-continue', 'a result after 50 ms', {stories: [{kind: 'connect aborted'}]}, scene => {
    const {story} = scene
    const [abort, done] = [story.part('abort'), story.part('done')]
    const name = scene.strangerTo(story.part('m1')).name
    story.part('m1').fields[0] = `${story.part('m1').fields[0]} ${name}`
    scene.delay(done, 100)
    const late = scene.add(abort.at + scene.rng.ms(51, 90), 'IND', 'ASSOCIATION_RESULT', [item(name, 'status=5')])
    scene.own(late)
    scene.implied('abort-completion-over-50ms', done, 'the task goes on with the attempt')
  }),
  injection(
    'reset-without-disconnect',
    'still connected',
    {bare: true, linked: true, stories: [{kind: 'report'}, {kind: 'disconnect'}, {kind: 'reset'}]},
    scene => {
      const gone = scene.at(1)
      gone.remove(...gone.lines)
      scene.own(scene.at(2).part('m1'))
    },
  ),
  injection('reset-state-leak', 'a link report', {stories: [{kind: 'reset'}]}, scene => {
    const done = scene.part('done')
    scene.own(
      scene.add(done.at + scene.rng.ms(5.5, 400), 'IND', 'LINK_STATE_CHANGE', ['AP-B', 'quality=50', 'links=1']),
    )
  }),
  injection('reset-state-leak', 'a disassociation', {stories: [{kind: 'reset'}]}, scene => {
    const done = scene.part('done')
    scene.own(scene.add(done.at + scene.rng.ms(5.5, 400), 'IND', 'DISASSOCIATION', ['AP-B', 'status=11']))
  }),
  injection('firmware-stalled', 'at rest', {last: true, stories: [{kind: 'scan'}]}, scene => {
    const done = scene.part('done')
    scene.own(scene.add(done.at + scene.rng.ms(1, 900), 'IND', 'FIRMWARE_STALLED', [], {port: 'adapter'}))
  }),
  injection('firmware-stalled', 'during a task', {last: true, stories: [{kind: 'stay'}]}, scene => {
    const {story} = scene
    const [m3, done] = [story.part('m3'), story.part('done')]
    story.remove(done)
    scene.own(scene.add(between(m3, done), 'IND', 'FIRMWARE_STALLED', [], {port: 'adapter'}))
  }),
  ...[1, 2, 3, 4].map(trigger =>
    injection('reset-recovery-logged', `trigger ${trigger}`, {last: true, stories: [{kind: 'scan'}]}, scene => {
      const done = scene.part('done')
      const fields = [`trigger=${trigger}`, 'command=TASK_SCAN']
      scene.own(scene.add(done.at + scene.rng.ms(1, 900), 'LOG', '5002', fields, {port: 'adapter'}))
    }),
  ),
  injection(
    'recovery-over-10s',
    'after a stall',
    {last: true, stories: [{kind: 'scan'}, {kind: 'properties', gap: [10_500, 40_000]}]},
    scene => {
      const stall = scene.add(scene.part('done').at + 100, 'IND', 'FIRMWARE_STALLED', [], {port: 'adapter'})
      scene.own(scene.at(1).lines[1] ?? null)
      scene.implied('firmware-stalled', stall, 'the stall itself')
    },
  ),
  injection(
    'recovery-over-10s',
    'after a reset recovery',
    {last: true, stories: [{kind: 'scan'}, {kind: 'properties', gap: [10_500, 40_000]}]},
    scene => {
      const log = scene.add(scene.part('done').at + 100, 'LOG', '5002', ['trigger=3'], {port: 'adapter'})
      scene.own(scene.at(1).lines[1] ?? null)
      scene.implied('reset-recovery-logged', log, 'the log record itself')
    },
  ),
  injection(
    'roam-failed-no-recovery',
    'the host does nothing',
    {plainLinks: true, linked: true, last: true, stories: [{kind: 'roam failed'}]},
    scene => {
      const {story} = scene
      const done = story.part('done')
      story.remove(...story.lines.filter(({at}) => at > done.at))
      scene.own(done.at + 10 * S)
      scene.doubt(done, done.at + 10 * S)
    },
  ),
]
