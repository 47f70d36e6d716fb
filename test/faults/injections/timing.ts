import type {Scene} from '../scene.js'

import {type Injection, injection} from './injection.js'

const S = 1_000_000

const PROPERTIES = {stories: [{kind: 'properties'}]} as const

export const timing: readonly Injection[] = [
  injection('command-hang-m1-m3', 'a late response', PROPERTIES, scene => {
    scene.delay(scene.part('m3'), scene.rng.int(10_001, 25_000))
    scene.own(scene.part('m3'))
  }),
  injection('command-hang-m1-m3', 'no response', PROPERTIES, scene => {
    const [m1, m3] = [scene.part('m1'), scene.part('m3')]
    scene.delay(m3, 12_000)
    scene.story.remove(m3)
    scene.own(m1.at + 10 * S)
    scene.doubt(m1, m1.at + 10 * S)
  }),
  ...(['stay', 'disconnect', 'connect'] as const).map(kind =>
    injection('task-hang-m3-m4', `${kind}, a late completion`, {stories: [{kind}]}, scene => {
      scene.delay(scene.part('done'), scene.rng.int(30_001, 60_000))
      scene.own(scene.part('done'))
      lateLinkReport(scene)
    }),
  ),
  injection('task-hang-m3-m4', 'no completion', {stories: [{kind: 'stay'}]}, scene => {
    const [m3, done] = [scene.part('m3'), scene.part('done')]
    scene.delay(done, 32_000)
    scene.story.remove(done)
    scene.own(m3.at + 30 * S)
    scene.doubt(m3, m3.at + 30 * S)
  }),
  ...(
    [
      ['stay', 10],
      ['disconnect', 1],
      ['reset', 1],
      ['connect', 10],
    ] as const
  ).map(([kind, limit]) =>
    injection('task-over-normal-time', kind, {stories: [{kind}]}, scene => {
      scene.delay(scene.part('done'), limit * 1000 + scene.rng.int(1, 15_000))
      scene.own(scene.part('done'))
      lateLinkReport(scene)
    }),
  ),
  injection('property-over-normal-time', 'a slow property', PROPERTIES, scene => {
    scene.delay(scene.part('m3'), scene.rng.int(1001, 9000))
    scene.own(scene.part('m3'))
  }),
  injection('ndis-oid-over-12s', 'a slow request of the upper edge', {stories: [{kind: 'upper edge'}]}, scene => {
    // A request that no other story makes: without ids the first response would be taken for that of the first request.
    for (const line of [scene.part('m1'), scene.part('m3')]) line.event = 'OID_GEN_LINK_PARAMETERS'
    scene.own(scene.move(scene.part('m3'), scene.part('m1').at + scene.rng.ms(12_001, 40_000)))
  }),
  ...(['open', 'pmkid'] as const).map(security =>
    injection(
      'roam-over-requirement',
      security,
      {stories: [{kind: 'roam', wish: {security, frames: true, plain: true}}]},
      scene => {
        slowResult(scene, scene.rng.ms(100.2, 900))
        scene.own(scene.part('result'))
      },
    ),
  ),
  injection('roam-over-requirement', 'psk', {stories: [{kind: 'roam', wish: {security: 'psk', keys: true}}]}, scene => {
    slowResult(scene, scene.rng.ms(152, 900))
    scene.own(scene.part('result'))
    scene.implied('roam-over-voice-budget', scene.part('keyDone'), 't_service is longer than t_req')
  }),
  injection(
    'ft-roam-over-requirement',
    'slow authentication',
    {stories: [{kind: 'roam', wish: {security: 'ft'}}]},
    scene => {
      const {story} = scene
      scene.delay(story.part('ft'), 51)
      scene.own(story.part('result'))
      voiceBudget(scene, 100)
    },
  ),
  injection(
    'connect-over-requirement',
    'psk',
    {stories: [{kind: 'connect', wish: {security: 'psk', auth: 'RSNA_PSK'}}]},
    scene => {
      slowResult(scene, scene.rng.ms(300.2, 5000))
      scene.own(scene.part('result'))
    },
  ),
  injection('scan-over-limit', 'all channels', {stories: [{kind: 'scan'}]}, scene => {
    scene.delay(scene.part('done'), scene.rng.int(4001, 25_000))
    scene.own(scene.part('done'))
  }),
  injection('scan-over-limit', 'more than the request allows, less than 4 s', {stories: [{kind: 'scan'}]}, scene => {
    const [m1, done] = [scene.part('m1'), scene.part('done')]
    m1.fields = ['repeat=1', 'maxtotal=3000']
    scene.delay(done, 3001 + scene.rng.int(0, 900) - (done.at - m1.at) / 1000)
    scene.own(done, 'inconclusive')
  }),
  injection('radio-state-over-2s', 'a late report', {stories: [{kind: 'radio'}]}, scene => {
    const m1 = scene.part('m1')
    scene.delay(scene.part('on'), 5000)
    scene.own(scene.move(scene.part('status'), m1.at + scene.rng.ms(2001, 4900)))
  }),
  injection('radio-state-over-2s', 'no report', {stories: [{kind: 'radio'}]}, scene => {
    const m1 = scene.part('m1')
    scene.delay(scene.part('on'), 5000)
    scene.story.remove(scene.part('status'))
    scene.own(m1.at + 2 * S)
    scene.doubt(m1, m1.at + 2 * S)
  }),
  ...(['roam', 'connect'] as const).map(kind =>
    injection('link-state-not-reported', kind, {linked: true, stories: [{kind: 'report'}, {kind}]}, scene => {
      const story = scene.at(1)
      const [result, link] = [story.part('result'), story.part('link')]
      scene.delay(link, 16_000, story)
      story.remove(link)
      scene.own(result.at + 15 * S)
      scene.doubt(result, result.at + 15 * S)
    }),
  ),
  ...(['psk', 'owe', 'sae'] as const).map(security =>
    injection(
      'key-install-over-1s',
      security,
      {plainLinks: true, stories: [{kind: 'connect', wish: {security, keys: true}}]},
      scene => {
        scene.delay(scene.part('key'), scene.rng.int(1001, 4000))
        scene.own(scene.part('key'))
      },
    ),
  ),
  ...(
    [
      ['psk', 150],
      ['8021x', 300],
      ['ft', 100],
    ] as const
  ).map(([security, limit]) =>
    injection('roam-over-voice-budget', security, {stories: [{kind: 'roam', wish: {security, keys: true}}]}, scene => {
      scene.delay(scene.part('key'), limit)
      scene.own(scene.part('keyDone'))
    }),
  ),
  injection('ft-host-slow', 'a slow answer', {stories: [{kind: 'roam', wish: {security: 'ft'}}]}, scene => {
    const {story} = scene
    scene.delay(story.part('ftAnswer'), 50)
    scene.own(story.part('ft'))
    scene.implied('ft-roam-over-requirement', story.part('result'), 'the wait for the host is part of t_req')
    voiceBudget(scene, 100)
  }),
  injection('roam-latency-outlier', 'one roam of 22', outliers(), scene => {
    const story = scene.rng.pick(scene.stories)
    scene.delay(story.part('result'), 4000, story)
    scene.own(story.part('result'))
    scene.implied('roam-over-requirement', story.part('result'), 'an outlier is over the limit, too')
    scene.implied('roam-over-voice-budget', story.part('keyDone'), 't_service is longer than t_req')
  }),
]

function outliers() {
  const roam = {kind: 'roam', wish: {security: 'psk', auth: 'RSNA_PSK', plain: true, keys: true, failures: 0}} as const
  return {
    alone: true,
    bare: true,
    linked: true,
    plainLinks: true,
    stories: Array.from({length: 22}, () => roam),
  } as const
}

/** The result comes this much after the command. */
function slowResult(scene: Scene, us: number): void {
  const [m1, result] = [scene.part('m1'), scene.part('result')]
  scene.delay(result, (us - (result.at - m1.at)) / 1000)
}

/** The first link report comes behind the completion, and too late with it. */
function lateLinkReport(scene: Scene): void {
  const {story} = scene
  if (!story.has('result') || !story.has('link')) return
  const [result, link] = [story.part('result'), story.part('link')]
  if (link.at - result.at > 15 * S)
    scene.implied('link-state-not-reported', result.at + 15 * S, 'the report is late, too')
}

function voiceBudget(scene: Scene, ms: number): void {
  const {story} = scene
  const [m1, done] = [story.part('m1'), story.part('keyDone')]
  if (done.at - m1.at > ms * 1000) scene.implied('roam-over-voice-budget', done, 't_service grows with t_req')
}
