import {between} from '../scene.js'
import {dropField, type Field, setField} from '../trace/fields.js'
import {type Injection, injection} from './injection.js'
import {connect, indicate, LEGACY, request, roam} from './legacy-scenery.js'

/** Disassociations, fields and limits of Native 802.11. */

const S = 1_000_000

export const legacyValues: readonly Injection[] = [
  injection(
    'n80211-disassoc-on-implicit',
    'the old AP',
    {...LEGACY, stories: [{kind: 'legacy connect'}, {kind: 'legacy roam', wish: {lost: false}}]},
    scene => {
      const story = scene.at(1)
      const old = scene.part('result').fields[0] as Field
      scene.own(
        indicate(
          scene,
          between(story.part('start'), story.part('result')),
          'DISASSOCIATION',
          [old, 'reason=ROAMING'],
          story,
        ),
      )
    },
  ),
  injection(
    'n80211-disassoc-before-assoc',
    'a stranger',
    {
      ...LEGACY,
      bare: true,
      linked: false,
      stories: [
        {kind: 'legacy connect', wish: {failures: 0}},
        {kind: 'legacy roam', wish: {lost: true, failures: 0}},
      ],
    },
    scene => {
      const left = scene.at(1).part('left')
      setField(left.fields, 'mac', scene.strangerTo(...scene.at(0).lines, ...scene.at(1).lines, left).name)
      scene.own(left)
    },
  ),
  injection(
    'n80211-roam-after-os-disconnect',
    'without a connect request',
    {...LEGACY, last: true, stories: [{kind: 'legacy connect'}, {kind: 'legacy roam', wish: {lost: false}}]},
    scene => {
      const [first, second] = [scene.at(0), scene.at(1)]
      const at = first.end + 2 * S
      const peer = String(first.part('result').fields[0])
      request(scene, at, 'M1', 'DISCONNECT_REQUEST', [], first)
      indicate(scene, at + 500, 'DISASSOCIATION', [peer, 'reason=OS'], first)
      request(scene, at + 900, 'M3', 'DISCONNECT_REQUEST', ['status=success'], first)
      scene.own(second.part('begin'))
      scene.doubt(at + 900, second.part('begin'))
    },
  ),
  injection('n80211-no-roam-after-loss', 'lost', roam({lost: true}, {linked: true, last: true}), scene => {
    const {story} = scene
    const left = story.part('left')
    story.remove(...story.lines.filter(line => line !== left))
    scene.own(left.at + 10 * S)
    scene.doubt(left, left.at + 10 * S)
  }),
  ...['adhoc-bssid=AP-A', 'adhoc-ssid=net'].map(field =>
    injection('n80211-adhoc-fields-nonzero', field, roam(), scene => {
      scene.part('begin').fields.push(field)
      scene.own(scene.part('begin'))
    }),
  ),
  ...['auth=RSNA', 'ucipher=CCMP', 'phy=7', 'PortAuthorized=1', 'four-address=1'].map(field =>
    injection('n80211-failed-assoc-fields', field, roam({failures: 1}), scene => {
      scene.part('failure0').fields.push(field)
      scene.own(scene.part('failure0'))
    }),
  ),
  ...['RSNA', 'WPA_PSK'].map(auth =>
    injection('n80211-beacon-missing', auth, connect({auth}), scene => {
      dropField(scene.part('result').fields, 'beacon')
      scene.own(scene.part('result'))
    }),
  ),
  injection('n80211-media-indication', 'at the end of a roam', roam(), scene => {
    const {story} = scene
    const at = between(story.part('result'), story.part('done'))
    scene.own(indicate(scene, at, scene.rng.pick(['MEDIA_CONNECT', 'MEDIA_DISCONNECT'])))
  }),
  injection(
    'n80211-reset-leaves-pending',
    'no disassociation',
    {...LEGACY, stories: [{kind: 'legacy connect'}, {kind: 'legacy reset'}]},
    scene => {
      const story = scene.at(1)
      story.remove(story.part('left'))
      scene.own(story.part('m3'))
      scene.doubt(story.part('m1'), story.part('m3'))
    },
  ),
  injection('n80211-assoc-over-10s', 'slow AP', connect(), scene => {
    scene.delay(scene.part('result'), scene.rng.int(10_001, 20_000))
    scene.own(scene.part('result'))
    scene.implied('n80211-conn-roam-over-10s', scene.part('done'), 'the operation takes longer than its attempt')
  }),
  ...(['legacy connect', 'legacy roam'] as const).map(kind =>
    injection('n80211-conn-roam-over-10s', kind, {...LEGACY, stories: [{kind}]}, scene => {
      scene.delay(scene.part('done'), scene.rng.int(10_001, 14_000))
      scene.own(scene.part('done'))
      const [result, quality] = [scene.part('result'), scene.part('quality')]
      if (quality.at - result.at > 15 * S)
        scene.implied('n80211-link-quality-over-15s', result.at + 15 * S, 'it waits for the end')
    }),
  ),
  injection('n80211-scan-over-15s', 'late', {...LEGACY, stories: [{kind: 'legacy scan'}]}, scene => {
    scene.delay(scene.part('done'), scene.rng.int(15_001, 30_000))
    scene.own(scene.part('done'))
  }),
  injection('n80211-scan-over-15s', 'never', {...LEGACY, stories: [{kind: 'legacy scan'}]}, scene => {
    const [m1, done] = [scene.part('m1'), scene.part('done')]
    scene.delay(done, 15_000)
    scene.story.remove(done)
    scene.own(m1.at + 15 * S)
    scene.doubt(m1, m1.at + 15 * S)
  }),
  injection('n80211-link-quality-over-15s', 'never', connect(), scene => {
    const {story} = scene
    const [result, quality] = [story.part('result'), story.part('quality')]
    scene.delay(quality, 16_000)
    story.remove(quality)
    scene.own(result.at + 15 * S)
    scene.doubt(result, result.at + 15 * S)
  }),
  injection(
    'n80211-roam-ssid-change',
    'another network',
    {
      ...LEGACY,
      stories: [
        {kind: 'legacy connect', wish: {ssid: true}},
        {kind: 'legacy roam', wish: {ssid: true}},
      ],
    },
    scene => {
      const start = scene.at(1).part('start')
      setField(start.fields, 'ssid', 'other')
      scene.own(start)
    },
  ),
  injection(
    'n80211-pmkid-list-late',
    'never',
    connect({auth: 'RSNA'}, {keys: {'pmkid-capable': 1}, last: true}),
    scene => {
      const {story} = scene
      const [key, list] = [story.part('key'), story.part('pmkids')]
      story.remove(list)
      scene.own(key.at + 60 * S)
      scene.doubt(key, key.at + 60 * S)
    },
  ),
]
