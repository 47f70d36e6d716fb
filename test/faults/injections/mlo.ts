import type {Scenery} from '../generate.js'
import {frameOf, memberOf, nameIn, type Scene} from '../scene.js'
import type {Wish} from '../stories/index.js'
import {dropField, item, setField} from '../trace/fields.js'
import type {Line} from '../trace/line.js'
import {type Injection, injection} from './injection.js'

const WISH: Wish = {mlo: true, failures: 0, flags: false, keys: true, plain: true}
const mlo = (wish: Wish = {}, ...then: readonly string[]): Scenery => ({
  model: 'wificx',
  stories: [{kind: 'connect', wish: {...WISH, ...wish}}, ...then.map(kind => ({kind}))],
})

const success = (scene: Scene) => memberOf(scene.part('result'))
/** AP-B and MLD-B. */
const mldOf = (name: string): string => name.replace('AP-', 'MLD-')

export const multiLink: readonly Injection[] = [
  injection('mlo-local-link-missing', 'connect', mlo(), scene => {
    dropField(success(scene), 'local-link')
    scene.own(scene.part('result'))
  }),
  injection('mlo-frames-missing', 'no request', mlo(), scene => {
    const fields = success(scene)
    dropField(fields, 'request')
    frameOf(fields, 'response').push('multi-link')
    scene.own(scene.part('result'))
  }),
  injection('mlo-bssid-is-mld', 'the MLD address', {...mlo({security: '8021x'}), keys: {override: 1}}, scene => {
    const fields = success(scene)
    fields[0] = mldOf(nameIn(fields))
    scene.own(scene.part('result'))
  }),
  injection('mlo-multiple-result-containers', 'a failed attempt beside it', mlo({failures: 1}), scene => {
    const {story} = scene
    const failure = story.part('failure0')
    story.remove(failure)
    story.part('result').fields.push(item(nameIn(failure.fields), 'status=31'))
    scene.own(story.part('result'))
  }),
  injection('mlo-disassoc-not-mld', 'a link address', mlo({}, 'disconnect'), scene => {
    const left = scene.at(1).part('left')
    left.fields[0] = nameIn(success(scene))
    scene.own(left)
  }),
  injection('mlo-disassoc-with-links-left', 'a link is reported behind it', mlo({}, 'kicked'), scene => {
    const story = scene.at(1)
    const left = story.part('left')
    scene.delayAfter(left, 5000, story)
    const fields = [mldOf(nameIn(success(scene))), 'quality=50', 'links=1']
    const link = scene.add(left.at + scene.rng.ms(1, 4900), 'IND', 'LINK_STATE_CHANGE', fields, {story})
    scene.own(link)
    scene.doubt(left, link)
  }),
  injection('mlo-link-info-missing', 'none', {model: 'wificx', linked: true, stories: [{kind: 'report'}]}, scene => {
    setField(scene.part('link').fields, 'links', 0)
    dropField(scene.part('link').fields, 'rssi')
    scene.own(scene.part('link'))
  }),
  injection(
    'mlo-link-info-missing',
    'two without MLO',
    {model: 'wificx', plainLinks: true, stories: [{kind: 'connect', wish: {security: 'psk', frames: true}}]},
    scene => {
      setField(scene.part('link').fields, 'links', 2)
      dropField(scene.part('link').fields, 'rssi')
      scene.own(scene.part('link'))
    },
  ),
  injection('mlo-akm-not-listed', 'another pair', mlo(), scene => {
    setField(scene.part('m1').fields, 'pairs', '24/GCMP256')
    scene.own(scene.part('result'))
  }),
  injection('mlo-used-when-not-enabled', 'the flag is 0', mlo(), scene => {
    const {fields} = scene.part('m1')
    dropField(fields, 'MloConnectionSupported')
    dropField(fields, 'pairs')
    scene.own(scene.part('result'))
  }),
  injection('mlo-sae-addresses', 'no local link', mlo({security: 'sae'}), scene => {
    const [, commit] = scene.story.all('IND', 'SAE_AUTH_PARAMS_NEEDED') as [Line, Line]
    dropField(commit.fields, 'local-link')
    scene.own(commit)
  }),
  injection('mlo-group-key-without-link', 'group key', mlo(), scene => {
    const key = scene.story.has('groupKey') ? scene.part('groupKey') : scene.part('key')
    key.fields = key.fields.map(field =>
      typeof field !== 'string' && field.fields[0] === 'group' ? item('group') : field,
    )
    scene.own(key)
  }),
]
