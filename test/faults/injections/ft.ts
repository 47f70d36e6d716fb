import type {Scenery} from '../generate.js'
import {between, candidateOf, frameOf, memberOf, nameIn, type Scene} from '../scene.js'
import type {Wish} from '../stories/index.js'
import {dropField, group, item, setField} from '../trace/fields.js'
import {type Injection, injection} from './injection.js'

const roam = (wish: Wish = {}): Scenery => ({
  plainLinks: true,
  stories: [{kind: 'roam', wish: {security: 'ft', failures: 0, plain: true, ...wish}}],
})
/** A first FT roam shows that the capture records direct commands. */
const again = (wish: Wish = {}): Scenery => {
  const one = roam(wish)
  return {...one, stories: [...(roam().stories ?? []), ...(one.stories ?? [])]}
}

const PARTS = ['mde=MD1', 'pmkr0=R0N', 'snonce=S1', 'r0kh=r0kh1']

/** Changes one of the two blobs of the indication. */
function inBlob(scene: Scene, blob: 'request' | 'response', ...items: readonly string[]): void {
  const ft = scene.part('ft')
  const fields = frameOf(ft.fields, blob)
  for (const text of items) {
    const [key, value] = text.split('=')
    if (value === undefined) fields.push(text)
    else setField(fields, key as string, value)
  }
  scene.own(ft)
}

export const ft: readonly Injection[] = [
  injection('ft-outside-roam-task', 'outside of everything', {linked: true, stories: [{kind: 'report'}]}, scene => {
    const link = scene.part('link')
    const blob = (name: string) => group(name, ...PARTS)
    const line = scene.add(link.at + scene.rng.ms(6, 400), 'IND', 'FT_ASSOC_PARAMS_NEEDED', [
      'AP-F',
      blob('request'),
      blob('response'),
    ])
    scene.own(line)
    scene.doubt(link, line)
  }),
  injection('ft-response-missing', 'no answer', again({frames: false}), scene => {
    const story = scene.at(1)
    story.remove(story.part('ftAnswer'), story.part('ftResponse'))
    scene.own(story.part('ft'))
    scene.doubt(story.part('ft'), story.part('result'))
  }),
  injection(
    'ft-response-missing',
    'no direct command in the capture',
    {...roam({frames: false}), bare: true, alone: true, linked: true},
    scene => {
      scene.story.remove(scene.part('ftAnswer'), scene.part('ftResponse'))
      scene.own(scene.part('ft'), 'inconclusive')
    },
  ),
  ...['rsnie', 'mde', 'fte'].map(element =>
    injection('ft-params-response-incomplete', `no ${element}`, roam(), scene => {
      const answer = scene.part('ftAnswer')
      dropField(answer.fields, element)
      if (element === 'fte' && scene.rng.chance(0.5)) answer.fields.push('fte(empty)')
      scene.own(answer)
    }),
  ),
  injection('ft-reassoc-without-host-params', 'no answer, but FT', again({frames: true}), scene => {
    const story = scene.at(1)
    story.remove(story.part('ftAnswer'), story.part('ftResponse'))
    scene.own(story.part('result'))
    scene.implied('ft-response-missing', story.part('ft'), 'the same record is missing')
    scene.doubt(story.part('ft'), story.part('result'))
  }),
  injection('ft-reassoc-after-host-failure', 'the host refused', roam({frames: true}), scene => {
    scene.part('ftAnswer').fields = ['status=failure']
    scene.own(scene.part('result'))
    scene.doubt(scene.part('ftAnswer'), scene.part('result'))
  }),
  injection('ft-params-not-from-os-candidates', 'a name of its own', roam(), scene =>
    inBlob(scene, 'request', 'pmkr0=ROGUE'),
  ),
  injection('ft-params-not-from-os-candidates', 'another domain', roam(), scene => {
    setField(frameOf(scene.part('ft').fields, 'response'), 'mde', 'MD9')
    inBlob(scene, 'request', 'mde=MD9')
  }),
  ...['pmkids=2', 'pmkids=0', 'anonce=N1', 'mic=M1', 'alg=0', 'seq=2'].map(item =>
    injection('ft-auth-request-malformed', item, roam(), scene => {
      inBlob(scene, 'request', item)
      // Without a name in the RSN element it cannot be that of a candidate.
      if (item === 'pmkids=0')
        scene.implied('ft-params-not-from-os-candidates', scene.part('ft'), 'no PMKR0Name at all')
    }),
  ),
  ...['mde=MD9', 'snonce=OTHER', 'r0kh=other'].map(item =>
    injection('ft-auth-response-inconsistent', item, roam(), scene => inBlob(scene, 'response', item)),
  ),
  injection('ft-auth-response-inconsistent', 'a refusal', roam(), scene => inBlob(scene, 'response', 'status=53')),
  injection('ft-in-fips-mode', 'candidates and indication', roam({settings: ['HostFIPSModeEnabled=1']}), scene => {
    scene.own(scene.part('m1'))
    scene.own(scene.part('ft'))
  }),
  injection('ft-unsupported-akm', 'PSK', roam({auth: 'RSNA_PSK'}), scene => scene.own(scene.part('m1'))),
  injection('ft-not-used-in-mobility-domain', 'a roam without FT', roam({frames: false, auth: 'RSNA'}), scene => {
    const {story} = scene
    const first = story.part('ft')
    story.remove(first, story.part('ftAnswer'), story.part('ftResponse'))
    scene.own(story.part('result'))
    scene.doubt(story.part('m1'), story.part('result'))
  }),
  injection(
    'ft-params-on-initial-connect',
    'with a candidate',
    {plainLinks: true, stories: [{kind: 'connect', wish: {security: '8021x', settings: ['RoamFlag=0']}}]},
    scene => {
      const m1 = scene.part('m1')
      dropField(m1.fields, 'RoamFlag')
      candidateOf(m1, nameIn(memberOf(scene.part('result')))).push(group('ft', ...PARTS))
      scene.own(m1)
    },
  ),
  injection(
    'ft-fallback',
    'FT with the first, 802.1X with the second',
    {
      plainLinks: true,
      stories: [{kind: 'roam', wish: {security: '8021x', failures: 1, plain: true, lateStart: false, frames: false}}],
    },
    scene => {
      const {story} = scene
      const [m3, failure] = [story.part('m3'), story.part('failure0')]
      const name = nameIn(failure.fields)
      failure.fields = [item(name, 'status=51')]
      candidateOf(story.part('m1'), name).push(group('ft', ...PARTS))
      const blob = (kind: string) => group(kind, ...PARTS)
      const before = story.lines[story.lines.indexOf(failure) - 1] ?? m3
      scene.delay(failure, 3)
      const ask = scene.add(between(before, failure, 0.3), 'IND', 'FT_ASSOC_PARAMS_NEEDED', [
        name,
        blob('request'),
        blob('response'),
      ])
      scene.addCommand(
        between(before, failure, 0.5),
        'SET_FAST_BSS_TRANSITION_PARAMETERS',
        ['status=success', 'rsnie', 'mde', 'fte'],
        0.1,
      )
      scene.own(story.part('result'))
      scene.doubt(ask, story.part('result'))
    },
  ),
  ...[28, 52, 53, 54, 55].map(code =>
    injection(
      'pmk-or-ft-rejected-by-ap',
      `code ${code}`,
      {stories: [{kind: 'connect', wish: {security: '8021x', failures: 1}}]},
      scene => {
        const failure = scene.part('failure0')
        failure.fields = [item(nameIn(failure.fields), 'status=54', `code=${code}`, group('response'))]
        scene.own(failure)
      },
    ),
  ),
  injection('ft-deadline-exceeded', 'the default deadline', roam(), scene => {
    const {story} = scene
    scene.delay(story.part('result'), scene.rng.int(1025, 5000))
    scene.own(story.part('result'))
    scene.implied('ft-roam-over-requirement', story.part('result'), 'the wait is part of t_req')
    scene.implied('roam-over-voice-budget', story.part('keyDone'), 't_service is longer than t_req')
  }),
]
