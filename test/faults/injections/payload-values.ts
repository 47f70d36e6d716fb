import type {Scenery} from '../generate.js'
import {candidateOf, entriesOf, memberOf, nameIn, type Scene} from '../scene.js'
import type {Wish} from '../stories/index.js'
import {item, setField} from '../trace/fields.js'
import {type Injection, injection} from './injection.js'

/** Values of commands and indications. */

const PLAIN = {plainLinks: true} as const
const quiet: Wish = {security: '8021x', frames: false, failures: 0, flags: false, plain: true}
const CONNECT: Scenery = {...PLAIN, stories: [{kind: 'connect', wish: quiet}]}
// Another peer after a roam would also be a roam without result (assoc-result-missing).
const UNROAMED: Scenery = {...PLAIN, linked: true, bare: true}
const REPORT: Scenery = {...UNROAMED, stories: [{kind: 'report'}]}

const set = (scene: Scene, part: string, key: string, value: string | number): void => {
  setField(scene.part(part).fields, key, value)
}

const setInResult = (scene: Scene, key: string, value: string | number): void => {
  setField(memberOf(scene.part('result')), key, value)
  scene.own(scene.part('result'))
}

export const payloadValues: readonly Injection[] = [
  injection(
    'mandatory-tlv-missing',
    'a trigger without reason',
    {linked: true, stories: [{kind: 'trigger only'}]},
    scene => {
      scene.part('trigger').fields = ['without=WDI_TLV_ROAMING_NEEDED_PARAMETERS']
      scene.own(scene.part('trigger'))
    },
  ),
  injection('mandatory-tlv-missing', 'a result without PHY list', CONNECT, scene => {
    memberOf(scene.part('result')).push('without=WDI_TLV_PHY_TYPE_LIST')
    scene.own(scene.part('result'))
  }),
  injection('mandatory-tlv-missing', 'a candidate without channel', CONNECT, scene => {
    const m1 = scene.part('m1')
    const name = scene.rng.pick(entriesOf(m1).fields.map(field => nameIn([field])))
    candidateOf(m1, name).push('without=WDI_TLV_BSS_ENTRY_CHANNEL_INFO')
    scene.own(m1)
  }),
  injection(
    'candidate-outside-list',
    'without override',
    {...PLAIN, keys: {override: 0}, stories: [{kind: 'connect', wish: {...quiet, failures: 1}}]},
    scene => {
      const failure = scene.part('failure0')
      failure.fields = [item(scene.strangerTo(scene.part('m1')).name, 'status=31')]
      scene.own(failure)
    },
  ),
  injection(
    'candidate-outside-list',
    'override unknown',
    {...PLAIN, keys: {override: '?'}, stories: [{kind: 'connect', wish: {...quiet, failures: 1}}]},
    scene => {
      const failure = scene.part('failure0')
      failure.fields = [item(scene.strangerTo(scene.part('m1')).name, 'status=31')]
      scene.own(failure, 'inconclusive')
    },
  ),
  injection('candidate-disallowed', 'on the list', CONNECT, scene => {
    set(scene, 'm1', 'disallowed', nameIn(memberOf(scene.part('result'))))
    scene.own(scene.part('result'))
  }),
  injection('candidate-not-allowed', 'not on the list', CONNECT, scene => {
    set(scene, 'm1', 'allowed', scene.strangerTo(scene.part('result')).name)
    scene.own(scene.part('result'))
  }),
  injection('candidate-not-preferred', 'another one was preferred', {...CONNECT, keys: {override: 0}}, scene => {
    const m1 = scene.part('m1')
    const target = nameIn(memberOf(scene.part('result')))
    entriesOf(m1).fields = [item(target, 'flags=0x0'), item(scene.strangerTo(m1).name, 'flags=0x1')]
    scene.own(scene.part('result'))
  }),
  injection('security-not-offered', 'authentication', CONNECT, scene => {
    set(scene, 'm1', 'auth', scene.rng.pick(['RSNA_PSK', 'WPA3_SAE,WPA']))
    scene.own(scene.part('result'))
  }),
  injection('security-not-offered', 'cipher', CONNECT, scene =>
    setInResult(scene, scene.rng.pick(['ucipher', 'mcipher']), 'TKIP'),
  ),
  injection('phy-not-allowed', 'VHT', CONNECT, scene => {
    set(scene, 'm1', 'phy', 'HE,EHT')
    setInResult(scene, 'phy', 'VHT')
  }),
  injection('band-unavailable', '5 GHz', CONNECT, scene => {
    set(scene, 'm1', 'unavailable-bands', '5,6')
    setInResult(scene, 'band', scene.rng.pick(['5', '6']))
  }),
  ...(['roam', 'connect'] as const).map(kind =>
    injection(
      'fips-with-mfp',
      kind,
      {...PLAIN, stories: [{kind, wish: {...quiet, settings: ['HostFIPSModeEnabled=1', 'MFPEnabled=1']}}]},
      scene => {
        scene.own(scene.part('m1'))
      },
    ),
  ),
  injection('roam-flag-wrong', '0', {stories: [{kind: 'roam'}]}, scene => {
    set(scene, 'm1', 'RoamFlag', 0)
    scene.own(scene.part('m1'))
  }),
  injection(
    'roam-reason-not-forwarded',
    'another reason',
    {stories: [{kind: 'roam', wish: {trigger: true}}]},
    scene => {
      set(scene, 'm1', 'RoamNeededReason', 62)
      scene.own(scene.part('m1'))
    },
  ),
  injection('disassoc-wrong-peer', 'another AP', {...PLAIN, linked: true, stories: [{kind: 'kicked'}]}, scene => {
    const left = scene.part('left')
    left.fields[0] = scene.strangerTo(left).name
    scene.own(left)
  }),
  injection('link-state-wrong-peer', 'another AP', REPORT, scene => {
    const known = scene.part('link')
    const link = scene.add(known.at + scene.rng.ms(1, 400), 'IND', 'LINK_STATE_CHANGE', [
      scene.strangerTo(known).name,
      'quality=50',
      'links=1',
    ])
    scene.own(link)
  }),
  injection('host-disconnect-status', 'disconnect', {linked: true, stories: [{kind: 'disconnect'}]}, scene => {
    set(scene, 'left', 'status', 10)
    scene.own(scene.part('left'))
  }),
  injection('host-disconnect-status', 'abort', {stories: [{kind: 'connect aborted'}]}, scene => {
    const [m1, aborted, done] = [scene.part('m1'), scene.part('aborted'), scene.part('done')]
    scene.story.remove(...scene.story.all('IND', 'ASSOCIATION_RESULT'))
    const name = String(m1.fields[0]).replace('entries=', '')
    scene.own(scene.add((aborted.at + done.at) / 2, 'IND', 'ASSOCIATION_RESULT', [item(name, 'status=31')]))
  }),
  injection(
    'pairwise-key-without-peer',
    'group and pairwise',
    {...PLAIN, linked: true, stories: [{kind: 'report'}, {kind: 'rekey'}]},
    scene => {
      const key = scene.at(1).part('groupKey')
      key.fields.push(scene.rng.pick([item('pairwise'), item('group', 'no id')]))
      scene.own(key)
    },
  ),
  injection(
    'key-peer-mismatch',
    'for another AP',
    {...UNROAMED, stories: [{kind: 'report'}, {kind: 'rekey'}]},
    scene => {
      const key = scene.at(1).part('groupKey')
      key.fields.push(item('pairwise', `peer=${scene.strangerTo(scene.part('link')).name}`))
      scene.own(key)
    },
  ),
]
