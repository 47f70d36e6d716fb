import type {Scenery, StoryWish} from '../generate.js'
import {candidateOf, entriesOf, memberOf, nameIn} from '../scene.js'
import type {Wish} from '../stories/index.js'
import {group, item, setField} from '../trace/fields.js'
import {type Injection, injection} from './injection.js'

const S = 1_000_000
const PLAIN = {plainLinks: true} as const
const ROAM: Wish = {
  security: 'psk',
  auth: 'RSNA_PSK',
  keys: true,
  plain: true,
  trigger: false,
  failures: 0,
  flags: false,
}
const CONNECT: Wish = {security: '8021x', plain: true, failures: 0, flags: false}

const roamTo = (letter: string, gap: readonly [number, number]): StoryWish => ({
  kind: 'roam',
  wish: {...ROAM, target: `AP-${letter}`},
  gap,
})
const connectTo = (letter: string): StoryWish => ({kind: 'connect', wish: {...CONNECT, target: `AP-${letter}`}})
const CALM = [15_000, 20_000] as const

/** A roam, and the end of its connection a few seconds later. */
const BROKEN: Scenery = {...PLAIN, linked: true, stories: [{kind: 'roam', wish: ROAM}, {kind: 'kicked'}]}

export const roamQuality: readonly Injection[] = [
  injection(
    'ping-pong',
    'there and back',
    {...PLAIN, stories: [connectTo('A'), roamTo('B', CALM), roamTo('A', [1000, 6500])]},
    scene => {
      scene.own(scene.at(2).part('result'))
    },
  ),
  injection(
    'sticky-client',
    'on a weak AP for 30 s',
    {...PLAIN, stories: [{kind: 'connect', wish: CONNECT}, {kind: 'report'}]},
    scene => {
      const link = scene.at(1).part('link')
      setField(link.fields, 'rssi', -80)
      scene.delayAfter(link, 45_000)
      const rival = scene.strangerTo(link).name
      scene.add(link.at + scene.rng.ms(1, 20_000), 'IND', 'BSS_ENTRY_LIST', [item(rival, 'rssi=-60', 'ssid=net')])
      scene.own(link.at + 30 * S)
    },
  ),
  injection(
    'roam-to-weaker-ap',
    '10 dB',
    {
      ...PLAIN,
      linked: true,
      stories: [
        {kind: 'report', gap: CALM},
        {kind: 'roam', wish: ROAM, gap: [500, 5000]},
      ],
    },
    scene => {
      const roam = scene.at(1)
      setField(scene.part('link').fields, 'rssi', -60)
      setField(candidateOf(roam.part('m1'), nameIn(memberOf(roam.part('result')))), 'rssi', -60 - scene.rng.int(7, 14))
      scene.own(roam.part('result'))
    },
  ),
  injection(
    'roam-storm',
    'six roams in a minute',
    {
      ...PLAIN,
      bare: true,
      stories: [
        connectTo('A'),
        ...['B', 'C', 'D', 'E', 'F', 'A'].map((letter, index) => roamTo(letter, index === 0 ? CALM : [4000, 8000])),
      ],
    },
    scene => {
      scene.own(scene.at(6).part('result'))
    },
  ),
  injection(
    'excessive-failed-candidates',
    'three',
    {...PLAIN, stories: [{kind: 'connect', wish: {...CONNECT, failures: 3}}]},
    scene => {
      scene.own(scene.part('failure2'))
    },
  ),
  injection('disconnect-after-roam', 'lost', BROKEN, scene => {
    const left = scene.at(1).part('left')
    left.fields = [left.fields[0] as string, `status=${scene.rng.pick([11, 61, 62])}`]
    scene.move(left, scene.part('link').at + scene.rng.ms(1, 20_000), scene.at(1))
    scene.own(left)
    scene.doubt(scene.part('result'), left)
  }),
  ...[2, 15, 16, 17, 23].map(reason =>
    injection('handshake-failed-after-roam', `reason ${reason}`, BROKEN, scene => {
      const left = scene.at(1).part('left')
      const frame = scene.rng.pick(['13 deauth-frame', '14 disassoc-frame'])
      left.fields = [left.fields[0] as string, `status=${frame}(reason ${reason})`]
      scene.move(left, scene.part('link').at + scene.rng.ms(1, 5000), scene.at(1))
      scene.own(left)
      scene.implied('disconnect-after-roam', left, 'it is shown as the explanation of this one')
    }),
  ),
  injection(
    'repeated-no-roam',
    'three times',
    {
      linked: true,
      bare: true,
      stories: [0, 1, 2].map(() => ({kind: 'stay', wish: {trigger: true, scan: false}, gap: [4000, 15_000]})),
    },
    scene => {
      scene.own(scene.at(2).part('done'))
    },
  ),
  injection('roaming-needed-flood', 'four in 10 s', {linked: true, stories: [{kind: 'trigger only'}]}, scene => {
    const first = scene.part('trigger')
    scene.delayAfter(first, 10_000)
    const later = [0, 1, 2].map(() => first.at + scene.rng.ms(1, 9900)).sort((a, b) => a - b)
    const lines = later.map(at => scene.add(at, 'IND', 'ROAMING_NEEDED', [...first.fields]))
    scene.own(lines[2] ?? null)
  }),
  injection(
    'roaming-needed-above-ll-threshold',
    'a good link',
    {linked: true, stories: [{kind: 'low latency'}]},
    scene => {
      setField(scene.part('link').fields, 'quality', scene.rng.int(70, 100))
      scene.own(scene.part('trigger'))
    },
  ),
  injection('critical-btm-not-followed', 'stayed', {stories: [{kind: 'stay'}]}, scene => {
    setField(scene.part('m1').fields, 'RoamTrigger', 1)
    scene.own(scene.part('done'))
  }),
  injection(
    'comeback-ignored',
    'tried again at once',
    {...PLAIN, stories: [{kind: 'connect', wish: {...CONNECT, failures: 2}}]},
    scene => {
      const [first, second] = [scene.part('failure0'), scene.part('failure1')]
      const name = nameIn(first.fields)
      const comeback = scene.rng.int(800, 3000)
      first.fields = [item(name, 'status=54', 'code=30', `comeback=${comeback}`, group('response'))]
      second.fields = [item(name, 'status=31')]
      scene.own(second)
    },
  ),
  injection(
    'recent-failure-candidate-chosen',
    'another was untried',
    {...PLAIN, stories: [{kind: 'connect', wish: CONNECT}]},
    scene => {
      const m1 = scene.part('m1')
      const target = nameIn(memberOf(scene.part('result')))
      entriesOf(m1).fields = [item(target, 'flags=0x2'), item(scene.strangerTo(m1).name, 'flags=0x0')]
      scene.own(scene.part('result'))
    },
  ),
]
