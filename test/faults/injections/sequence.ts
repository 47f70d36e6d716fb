import type {Scenery} from '../generate.js'
import {between, memberOf, nameIn, type Scene} from '../scene.js'
import {item, setField} from '../trace/fields.js'
import type {Line} from '../trace/line.js'
import type {Story} from '../trace/story.js'
import {type Injection, injection} from './injection.js'

const S = 1_000_000
const PLAIN = {linked: true, plainLinks: true} as const
const psk = {security: 'psk', keys: true, plain: true, failures: 0, flags: false, trigger: false} as const
const DISCONNECT = {...PLAIN, stories: [{kind: 'disconnect'}]} as const

export const sequence: readonly Injection[] = [
  injection('roam-disassoc-missing', 'nothing was reported', {...PLAIN, stories: [{kind: 'roam'}]}, scene => {
    const {story} = scene
    story.remove(story.part('left'))
    scene.own(story.part('result'))
    scene.doubt(story.part('m1'), story.part('done'))
  }),
  injection('roam-disassoc-after-assoc', 'reported late', {...PLAIN, stories: [{kind: 'roam'}]}, scene => {
    const {story} = scene
    scene.delay(story.part('done'), 1)
    const left = scene.move(story.part('left'), between(story.part('result'), story.part('done')))
    scene.own(left)
  }),
  ...[0, 31].map(status =>
    injection('assoc-result-outside-task', `status ${status}`, {...PLAIN, stories: [{kind: 'report'}]}, scene => {
      const link = scene.part('link')
      const line = scene.add(link.at + scene.rng.ms(1, 400), 'IND', 'ASSOCIATION_RESULT', [
        item(nameIn(link.fields), `status=${status}`),
      ])
      scene.own(line)
      scene.doubt(link, line)
    }),
  ),
  ...(['psk', 'open'] as const).map(security =>
    injection(
      'assoc-result-missing',
      `connect, ${security}`,
      {linked: false, last: true, plainLinks: true, stories: [{kind: 'connect', wish: {...psk, security}}]},
      scene => {
        const {story} = scene
        story.remove(story.part('result'), ...story.lines.filter(line => line.at > story.part('done').at))
        scene.own(story.part('done'))
        scene.doubt(story.part('m1'), story.part('done'))
      },
    ),
  ),
  injection(
    'assoc-result-missing',
    'roam, seen by the key',
    {...PLAIN, last: true, stories: [{kind: 'roam', wish: psk}]},
    scene => {
      const {story} = scene
      story.remove(story.part('left'), story.part('result'), story.part('link'))
      scene.own(story.part('key'))
      scene.implied('key-peer-mismatch', story.part('key'), 'without result the port is still with the old AP')
    },
  ),
  injection('assoc-success-twice', 'the same AP', {...PLAIN, stories: [{kind: 'connect', wish: psk}]}, scene => {
    const {story} = scene
    const result = story.part('result')
    scene.delay(story.part('done'), 2)
    const again = scene.add(result.at + scene.rng.ms(0.2, 1.9), 'IND', result.event, [...result.fields])
    scene.own(again)
  }),
  injection(
    'assoc-success-twice',
    'another AP',
    {...PLAIN, stories: [{kind: 'roam', wish: {...psk, failures: 1}}]},
    scene => {
      const {story} = scene
      const [result, failure] = [story.part('result'), story.part('failure0')]
      const auth = memberOf(result).find(field => typeof field === 'string' && field.startsWith('auth='))
      failure.fields = [item(nameIn(failure.fields), 'status=0', 'code=0', auth as string)]
      const left = story.part('left')
      if (left.at > failure.at) scene.move(failure, between(left, result))
      scene.own(result)
      scene.doubt(failure, result)
    },
  ),
  injection(
    'attempt-continued-after-success',
    'thrown out and joined again',
    {...PLAIN, stories: [{kind: 'connect', wish: psk}]},
    scene => {
      const {story} = scene
      const result = story.part('result')
      scene.delay(story.part('done'), 20)
      scene.add(result.at + 5000, 'IND', 'DISASSOCIATION', [nameIn(memberOf(result)), 'status=10'])
      const again = scene.add(result.at + 10_000, 'IND', result.event, [...result.fields])
      scene.own(again)
    },
  ),
  injection('complete-success-but-unassociated', 'connect', {stories: [{kind: 'connect failed'}]}, scene => {
    setField(scene.part('done').fields, 'status', 'success')
    scene.own(scene.part('done'))
    scene.doubt(scene.part('m1'), scene.part('done'))
  }),
  injection('complete-success-but-unassociated', 'roam', {stories: [{kind: 'roam failed'}]}, scene => {
    setField(scene.part('done').fields, 'status', 'success')
    scene.own(scene.part('done'))
    scene.doubt(scene.part('left'), scene.part('done'))
  }),
  ...(['connect', 'roam'] as const).map(kind =>
    injection('complete-failure-after-success', kind, {stories: [{kind}]}, scene => {
      setField(scene.part('done').fields, 'status', 'failure')
      scene.own(scene.part('done'))
    }),
  ),
  injection('disassoc-not-associated', 'a second time', DISCONNECT, scene => {
    const line = afterDisconnect(scene, 'DISASSOCIATION', [scene.rng.pick(scene.aps).name, 'status=11'])
    scene.own(line)
    scene.doubt(scene.part('done'), line)
  }),
  injection('disconnect-complete-before-disassoc', 'late', DISCONNECT, scene => {
    const {story} = scene
    scene.delayAfter(story.part('done'), 5000)
    scene.move(story.part('left'), story.part('done').at + scene.rng.ms(1, 4900))
    scene.own(story.part('done'))
  }),
  injection('disconnect-complete-before-disassoc', 'never', {...DISCONNECT, last: true}, scene => {
    scene.story.remove(scene.part('left'))
    scene.own(scene.part('done'))
    scene.doubt(scene.part('m1'), scene.part('done'))
  }),
  injection('link-state-not-associated', 'after a disconnect', DISCONNECT, scene => {
    const line = afterDisconnect(scene, 'LINK_STATE_CHANGE', [scene.rng.pick(scene.aps).name, 'quality=50', 'links=1'])
    scene.own(line)
    scene.doubt(scene.part('done'), line)
  }),
  injection('roaming-needed-not-associated', 'after a disconnect', DISCONNECT, scene => {
    const line = afterDisconnect(scene, 'ROAMING_NEEDED', ['reason=15'])
    scene.own(line)
    scene.doubt(scene.part('done'), line)
  }),
  injection(
    'roaming-needed-during-roam',
    'while the roam is open',
    {stories: [{kind: 'roam', wish: {trigger: false}}]},
    scene => {
      const {story} = scene
      // Not behind the disassociation: a port without peer needs no roam.
      const end = story.has('left') ? story.part('left') : story.part('result')
      scene.own(scene.add(between(story.part('m1'), end, scene.rng.next()), 'IND', 'ROAMING_NEEDED', ['reason=15']))
    },
  ),
  injection('roam-stayed-after-failures', 'a failed attempt', {stories: [{kind: 'stay'}]}, scene => {
    const {story} = scene
    const m1 = story.part('m1')
    const name = String(m1.fields[0]).replace('entries=', '')
    scene.add(between(story.part('m3'), story.part('done')), 'IND', 'ASSOCIATION_RESULT', [item(name, 'status=31')])
    scene.own(story.part('done'))
  }),
  ...(
    [
      ['psk', 5],
      ['sae', 5],
      ['owe', 5],
      ['8021x', 30],
    ] as const
  ).map(([security, limit]) =>
    injection(
      'keys-not-installed',
      security,
      {plainLinks: true, stories: [{kind: 'connect', wish: {security, keys: true}}]},
      scene => {
        const {story} = scene
        scene.delayAfter(story.part('link'), 31_000)
        story.remove(...story.all('M1', 'SET_ADD_CIPHER_KEYS'), ...story.all('M3', 'SET_ADD_CIPHER_KEYS'))
        const [result, done] = [story.part('result'), story.part('done')]
        scene.own(done.at + limit * S)
        scene.doubt(result, done.at + limit * S)
      },
    ),
  ),
  injection('secondary-dropped-during-primary-roam', 'the secondary loses its AP', dual('roam'), scene => {
    scene.own(dropOnSecondary(scene))
  }),
  injection('connect-breaks-other-port', 'the other port loses its AP', dual('connect'), scene => {
    scene.own(dropOnSecondary(scene))
  }),
  injection('secondary-roam-overlaps-primary', 'before the keys of the primary', dual('roam'), scene => {
    const primary = scene.at(1)
    scene.delay(primary.part('key'), 20, primary)
    const port = scene.at(0).port
    const at = primary.part('done').at
    const m1 = scene.addCommand(
      at + 2000,
      'TASK_ROAM',
      ['entries=AP-F', 'auth=RSNA_PSK', 'RoamFlag=1', 'RoamNeededReason=10'],
      1,
      {story: primary, port},
    )
    scene.add(at + 9000, 'IND', 'ROAM_COMPLETE', ['status=success'], {story: primary, port, id: m1.id})
    scene.own(m1)
  }),
  injection('bss-list-missing-for-get', 'no list', {keys: {'bss-cache': 1}, stories: [{kind: 'list query'}]}, scene => {
    const {story} = scene
    story.remove(...story.all('IND', 'BSS_ENTRY_LIST'))
    scene.own(story.part('m3'))
    scene.doubt(story.part('m1'), story.part('m3'))
  }),
]

/** A record between a disconnect and whatever comes next. */
function afterDisconnect(scene: Scene, event: string, fields: string[]): Line {
  return scene.add(scene.part('done').at + scene.rng.ms(6, 400), 'IND', event, fields)
}

function dual(kind: 'roam' | 'connect'): Scenery {
  return {
    ...{dual: true, last: true, plainLinks: true},
    stories: [
      {kind: 'connect', secondary: true, wish: {security: 'psk', keys: true}},
      {kind, wish: {security: 'owe', keys: true, plain: true}},
    ],
  }
}

function dropOnSecondary(scene: Scene): Line {
  const [secondary, primary] = [scene.at(0), scene.at(1)] as [Story, Story]
  const at = between(primary.part('m1'), primary.part('done'), 0.1 + scene.rng.next() * 0.8)
  const fields = [nameIn(secondary.part('link').fields), `status=${scene.rng.pick([11, 60, 61, 62])}`]
  return scene.add(at, 'IND', 'DISASSOCIATION', fields, {story: primary, port: secondary.port})
}
