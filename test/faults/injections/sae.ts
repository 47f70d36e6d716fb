import type {Scenery} from '../generate.js'
import {between, candidateOf, memberOf, nameIn, type Scene} from '../scene.js'
import {saeType} from '../stories/talks.js'
import {dropField, item, setField} from '../trace/fields.js'
import type {Line} from '../trace/line.js'
import {type Injection, injection} from './injection.js'

const WISH = {security: 'sae', auth: 'WPA3_SAE', failures: 0, flags: false, plain: true, keys: true} as const
const both = (['connect', 'roam'] as const).map(kind => ({
  kind,
  scenery: {plainLinks: true, stories: [{kind, wish: WISH}]} as Scenery,
}))
const CONNECT = both[0]?.scenery as Scenery
const FAILING: Scenery = {
  plainLinks: true,
  stories: [{kind: 'connect', wish: {...WISH, failures: 1, lateStart: false}}],
}

/** Indications of the exchange, of one type or all. */
function indications({story}: Scene, type?: number): Line[] {
  const all = story.all('IND', 'SAE_AUTH_PARAMS_NEEDED')
  return type === undefined ? all : all.filter(({fields}) => saeType(fields) === String(type))
}

/** M1 and M3 of the answer to an indication. */
function answerTo({story}: Scene, indication: Line): readonly [Line, Line] {
  const number = story.all('IND', 'SAE_AUTH_PARAMS_NEEDED').indexOf(indication)
  return [story.part(`sae${number}Answer`), story.part(`sae${number}Response`)]
}

/** An exchange with the AP that fails in the end, before its failed result. */
function failingTalk(scene: Scene): {readonly name: string; at(share: number): number} {
  const {story} = scene
  const failure = story.part('failure0')
  const name = nameIn(failure.fields)
  failure.fields = [item(name, 'status=45')]
  const before = story.lines[story.lines.indexOf(failure) - 1] as Line
  scene.delay(failure, 20)
  scene.add(between(before, failure, 0.1), 'IND', 'SAE_AUTH_PARAMS_NEEDED', [name, 'type=0'])
  return {name, at: share => between(before, failure, share)}
}

export const sae: readonly Injection[] = [
  injection('sae-outside-task', 'outside of everything', {linked: true, stories: [{kind: 'report'}]}, scene => {
    const link = scene.part('link')
    const line = scene.add(link.at + scene.rng.ms(6, 400), 'IND', 'SAE_AUTH_PARAMS_NEEDED', ['AP-F', 'type=0'])
    scene.own(line)
    scene.doubt(link, line)
  }),
  injection('sae-without-sae-auth', 'not in the list', CONNECT, scene => {
    setField(scene.part('m1').fields, 'auth', 'RSNA_PSK')
    setField(memberOf(scene.part('result')), 'auth', 'RSNA_PSK')
    scene.own(scene.part('sae0'))
    if (scene.part('result').at - scene.part('m1').at > 300_000) {
      scene.implied('connect-over-requirement', scene.part('result'), 'as a PSK connect it is too slow')
    }
  }),
  ...both.map(({kind, scenery}) =>
    injection('sae-first-indication', kind, scenery, scene => {
      const first = scene.part('sae0')
      setField(first.fields, 'type', 1)
      first.fields.push('commit-frame')
      scene.own(first)
      scene.doubt(scene.part('m1'), first)
    }),
  ),
  ...both.map(({kind, scenery}) =>
    injection('sae-confirm-before-commit', kind, scenery, scene => {
      const {story} = scene
      const gone = [...indications(scene, 1), ...indications(scene, 4)].map(line => [line, ...answerTo(scene, line)])
      story.remove(...gone.flat())
      const [confirm] = indications(scene, 2)
      scene.own(confirm as Line)
      scene.doubt(story.part('sae0'), confirm as Line)
    }),
  ),
  injection('sae-frame-missing', 'commit', CONNECT, scene => {
    const [commit] = indications(scene, 1) as [Line]
    dropField(commit.fields, 'commit-frame')
    scene.own(commit)
  }),
  injection('sae-frame-missing', 'confirm', CONNECT, scene => {
    const [confirm] = indications(scene, 2) as [Line]
    dropField(confirm.fields, 'confirm-frame')
    scene.own(confirm)
  }),
  injection('sae-frame-missing', 'confirm in the place of the commit', CONNECT, scene => {
    const [confirm] = indications(scene, 2) as [Line]
    dropField(confirm.fields, 'confirm-frame')
    confirm.fields.push('commit-frame')
    scene.own(confirm)
  }),
  ...both.map(({kind, scenery}) =>
    injection('sae-response-missing', kind, scenery, scene => {
      const first = scene.part('sae0')
      scene.story.remove(...answerTo(scene, first))
      scene.own(first)
      scene.doubt(first, indications(scene)[1] as Line)
    }),
  ),
  injection('sae-response-type-invalid', 'confirm instead of commit', CONNECT, scene => {
    const [answer] = answerTo(scene, scene.part('sae0'))
    answer.fields = [nameIn(answer.fields), 'type=1', 'confirm-params']
    scene.own(answer)
  }),
  ...[0, 1].map(type =>
    injection('sae-response-payload-missing', type === 0 ? 'commit' : 'confirm', CONNECT, scene => {
      const number = type === 0 ? 0 : indications(scene).findLastIndex(({fields}) => saeType(fields) === '1')
      const answer = scene.part(`sae${number}Answer`)
      dropField(answer.fields, type === 0 ? 'commit-params' : 'confirm-params')
      scene.own(answer)
    }),
  ),
  injection('sae-response-bssid-mismatch', 'another AP', CONNECT, scene => {
    const [answer] = answerTo(scene, scene.part('sae0'))
    answer.fields[0] = scene.strangerTo(answer).name
    scene.own(answer)
  }),
  ...both.map(({kind, scenery}) =>
    injection('sae-despite-pmkid', kind, scenery, scene => {
      const name = nameIn(memberOf(scene.part('result')))
      candidateOf(scene.part('m1'), name).push('pmkid=K5')
      scene.own(scene.part('sae0'))
      scene.doubt(scene.part('m1'), scene.part('sae0'))
    }),
  ),
  ...both.map(({kind, scenery}) =>
    injection('sae-assoc-without-authentication', `${kind}, no exchange`, scenery, scene => {
      const {story} = scene
      story.remove(...indications(scene).flatMap(line => [line, ...answerTo(scene, line)]))
      scene.own(story.part('result'))
      scene.doubt(story.part('m1'), story.part('result'))
    }),
  ),
  injection('sae-assoc-without-authentication', 'the host refused at the end', CONNECT, scene => {
    const [confirm] = indications(scene, 2) as [Line]
    const [answer] = answerTo(scene, confirm)
    answer.fields = [nameIn(answer.fields), 'type=2', 'status=35']
    scene.own(scene.part('result'))
    scene.implied('sae-failed', answer, 'an answer of type 2 states a failure')
  }),
  ...[51, 52, 53].map(status =>
    injection('sae-host-timeout', `status ${status}`, FAILING, scene => {
      const {name, at} = failingTalk(scene)
      scene.addCommand(at(0.3), 'SET_SAE_AUTH_PARAMS', [name, 'type=0', 'commit-params'])
      const end = scene.add(at(0.9), 'IND', 'SAE_AUTH_PARAMS_NEEDED', [name, 'type=3', `status=${status}`])
      scene.own(end)
      scene.implied('sae-failed', end, 'every error but clean-up is a failed exchange')
    }),
  ),
  injection('sae-commit-loop', 'four commits', CONNECT, scene => {
    const {story} = scene
    const [first] = indications(scene, 1) as [Line]
    const name = nameIn(first.fields)
    const known = story
      .all('M1', 'SET_SAE_AUTH_PARAMS')
      .filter(({fields}) => /^[04]$/.test(saeType(fields) ?? '')).length
    scene.delay(first, 100)
    const begin = first.at - 99_000
    let reached: Line | null = null
    for (let round = known; round < 4; round++) {
      const at = begin + (round - known) * 20_000
      scene.add(at, 'IND', 'SAE_AUTH_PARAMS_NEEDED', [name, 'type=1', 'commit-frame(code 77)'])
      reached = scene.addCommand(at + 5000, 'SET_SAE_AUTH_PARAMS', [name, 'type=0', 'commit-params'])
    }
    const commits = story.all('M1', 'SET_SAE_AUTH_PARAMS').filter(({fields}) => /^[04]$/.test(saeType(fields) ?? ''))
    scene.own(commits[3] ?? reached)
  }),
  injection('sae-failed', 'the AP', FAILING, scene => {
    const {name, at} = failingTalk(scene)
    scene.addCommand(at(0.3), 'SET_SAE_AUTH_PARAMS', [name, 'type=0', 'commit-params'])
    scene.own(
      scene.add(at(0.9), 'IND', 'SAE_AUTH_PARAMS_NEEDED', [
        name,
        'type=3',
        `status=${scene.rng.pick([1, 12, 18, 30])}`,
      ]),
    )
  }),
  injection('sae-failed', 'the host', FAILING, scene => {
    const {name, at} = failingTalk(scene)
    scene.own(scene.addCommand(at(0.6), 'SET_SAE_AUTH_PARAMS', [name, 'type=2', 'status=5']))
  }),
]
