import type {Scenery} from '../generate.js'
import {frameOf, memberOf, nameIn, type Scene} from '../scene.js'
import type {Wish} from '../stories/index.js'
import {dropField, type Field, group, item, setField} from '../trace/fields.js'
import {type Injection, injection} from './injection.js'

/** What frames must carry, and what requests owe to their task. */

const failing: Wish = {security: '8021x', failures: 1}
const FAILING: Scenery = {stories: [{kind: 'connect', wish: failing}]}

/** A connect with decoded frames and these settings. */
const framed = (wish: Wish, settings: readonly Field[] = []): Scenery => ({
  plainLinks: true,
  stories: [{kind: 'connect', wish: {security: '8021x', frames: true, failures: 0, ...wish, settings}}],
})

/** The failed result becomes this entry. */
function failWith({part, own}: Scene, ...fields: Field[]): void {
  const failure = part('failure0')
  failure.fields = [item(nameIn(failure.fields), ...fields)]
  own(failure)
}

const inRequest = (scene: Scene, ...items: string[]): void => {
  frameOf(memberOf(scene.part('result')), 'request').push(...items)
  scene.own(scene.part('result'))
}

export const payloadFrames: readonly Injection[] = [
  ...['no frame', 'an empty one'].map(way =>
    injection('peer-deauth-frame-missing', way, {stories: [{kind: 'kicked'}]}, scene => {
      const left = scene.part('left')
      left.fields = [left.fields[0] as Field, 'status=13', ...(way === 'no frame' ? [] : ['deauth-frame(empty)'])]
      scene.own(left)
    }),
  ),
  ...['no frame', 'the other frame'].map(way =>
    injection('peer-disassoc-frame-missing', way, {stories: [{kind: 'kicked'}]}, scene => {
      const left = scene.part('left')
      left.fields = [left.fields[0] as Field, 'status=14', ...(way === 'no frame' ? [] : ['deauth-frame(reason 3)'])]
      scene.own(left)
    }),
  ),
  injection('auth-fail-frame-missing', 'refused', FAILING, scene => failWith(scene, 'status=44', 'code=1')),
  ...[52, 53, 54].map(status =>
    injection('assoc-fail-frame-missing', `status ${status}`, FAILING, scene =>
      failWith(scene, `status=${status}`, ...(status === 54 ? ['code=17'] : [])),
    ),
  ),
  injection('auth-frame-unexpected', 'a failed association', FAILING, scene =>
    failWith(scene, 'status=51', group('auth-response')),
  ),
  injection('auth-frame-unexpected', 'a success', framed({}), scene => {
    memberOf(scene.part('result')).push(group('auth-response'))
    scene.own(scene.part('result'))
  }),
  injection('assoc-status-code-inconsistent', 'a success with a code', framed({frames: false}), scene => {
    setField(memberOf(scene.part('result')), 'code', scene.rng.pick([1, 17, 37]))
    scene.own(scene.part('result'))
  }),
  injection('assoc-status-code-inconsistent', 'refused without a code', FAILING, scene =>
    failWith(scene, 'status=54', group('response')),
  ),
  injection('assoc-status-code-inconsistent', 'another code in the frame', FAILING, scene =>
    failWith(scene, 'status=54', 'code=17', group('response', 'code=37')),
  ),
  injection('candidate-wrong-ssid', 'another network', framed({}), scene => inRequest(scene, 'ssid=elsewhere')),
  injection('pmkid-not-used', 'no PMKID', framed({security: 'pmkid', auth: 'RSNA', pmkid: true}), scene =>
    inRequest(scene, 'pmkids=[]'),
  ),
  injection('pmkid-not-used', 'another PMKID', framed({security: 'pmkid', auth: 'RSNA', pmkid: true}), scene =>
    inRequest(scene, 'pmkids=[K9]'),
  ),
  injection('pmkid-not-used', 'one that came later', framed({security: 'pmkid', auth: 'RSNA', pmkid: false}), scene =>
    inRequest(scene, 'pmkids=[]'),
  ),
  injection('extra-assoc-ies-missing', 'vendor element', framed({}, ['ies=221/506f9a:10']), scene =>
    inRequest(scene, 'missing=221/506f9a'),
  ),
  ...[0, 1].map(mfp =>
    injection('mfp-advertisement-mismatch', `MFPEnabled=${mfp}`, framed({}, [`MFPEnabled=${mfp}`]), scene =>
      inRequest(scene, `mfp=${1 - mfp}`),
    ),
  ),
  injection('mfp-advertisement-mismatch', 'no RSN capabilities', framed({}, ['MFPEnabled=1']), scene =>
    inRequest(scene, 'no rsn-caps'),
  ),
  injection('btm-capability-missing', 'element absent', framed({}, ['BSSTransitionSupported=1']), scene =>
    inRequest(scene, 'no ext-cap'),
  ),
  injection('btm-capability-missing', 'bit not set', framed({}, ['BSSTransitionSupported=1']), scene =>
    inRequest(scene, 'ext-cap=1,2'),
  ),
  injection('qos-capability-missing', 'SCS', framed({}, ['MSCSSupported=1']), scene => inRequest(scene, 'no ext-cap')),
  injection('qos-capability-missing', 'QoS map', framed({}, ['DSCPToUPMappingSupported=1']), scene =>
    inRequest(scene, 'ext-cap=85'),
  ),
  injection('qos-capability-missing', 'no response frame', framed({}, ['DSCPToUPMappingSupported=1']), scene => {
    dropField(memberOf(scene.part('result')), 'response')
    scene.own(scene.part('result'))
  }),
  injection('fips-spp-amsdu', 'capable', framed({}, ['HostFIPSModeEnabled=1']), scene =>
    inRequest(scene, 'spp-amsdu=1'),
  ),
  injection('owe-dh-missing', 'no element', framed({security: 'owe'}), scene => inRequest(scene, 'no owe-dh')),
  injection('owe-dh-missing', 'other bytes', framed({security: 'owe'}), scene => inRequest(scene, 'owe-dh=OTHER')),
  injection('owe-group-fallback-status', 'another status', FAILING, scene =>
    failWith(scene, 'status=55', 'code=77', group('response')),
  ),
  injection(
    'reassoc-flag-mismatch',
    'association with the flag',
    {plainLinks: true, stories: [{kind: 'roam', wish: {security: 'open', frames: true, failures: 0}}]},
    scene => {
      setField(memberOf(scene.part('result')), 'reassociation', 1)
      inRequest(scene, 'kind=assoc')
    },
  ),
  injection('reassoc-flag-mismatch', 'reassociation without', framed({}), scene => inRequest(scene, 'kind=reassoc')),
  injection('assoc-comeback-missing', 'not repeated from the frame', FAILING, scene =>
    failWith(scene, 'status=54', 'code=30', group('response', 'comeback=100')),
  ),
]
