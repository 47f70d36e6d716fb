import {type Field, group, item} from '../trace/fields.js'
import type {Story} from '../trace/story.js'
import {type AdapterWorld, type Ap, type Link, otherAp, type PortWorld, peerName} from '../world.js'
import {linkReport, pairwiseKeys} from './after-association.js'
import {type Beat, beat, play, soon, splice} from './beats.js'
import {type Candidate, entriesField, makeCandidates} from './candidates.js'
import {failedResult} from './failed-result.js'
import {interludes} from './interludes.js'
import type {Scribe} from './scribe.js'
import {authOf, CONNECT_SECURITIES, keyTime, ROAM_SECURITIES, requestTime, type Security} from './security.js'
import {makeSettings} from './settings.js'
import {ftTalk, saeTalk} from './talks.js'
import {trigger} from './trigger.js'

/** What somebody wants of a connect or roam; the rest is left to chance. */
export interface AssociationWish {
  readonly security?: Security | readonly Security[]
  readonly auth?: string
  readonly mlo?: boolean
  readonly target?: string
  /** ROAMING_NEEDED before the task. */
  readonly trigger?: boolean
  readonly scan?: boolean
  readonly failures?: number
  /** Association frames are exported. */
  readonly frames?: boolean
  /** M3 comes behind the indications that the task causes. */
  readonly lateStart?: boolean
  /** PMKIDs come with the entries, not later. */
  readonly pmkid?: boolean
  /** Selection flags on the candidates. */
  readonly flags?: boolean
  /** Keys are needed: the driver did not authorise the port itself. */
  readonly keys?: boolean
  readonly settings?: readonly Field[]
  /** Nothing else happens during the task. */
  readonly plain?: boolean
}

/** A connect or roam that succeeds, with its keys and first link report. */
export function associate(scribe: Scribe, roam: boolean, wish: AssociationWish = {}): Story {
  const {story, rng, world} = scribe
  const port = scribe.port as PortWorld
  const old = port.link
  const may = world.mayMlo && (wish.security === undefined || wish.mlo === true) && hasMlo(world, old)
  const mlo = may && (wish.mlo ?? rng.chance(0.2))
  const security = mlo ? pickMloSecurity(scribe, wish) : pickSecurity(scribe, roam, wish)
  const target = pickTarget(scribe, old, mlo, wish)
  const failures = wish.failures ?? (rng.chance(0.3) ? rng.int(1, 2) : 0)
  const pmkid = wish.pmkid ?? rng.chance(0.6)
  const list = makeCandidates(world, rng, {security, target, old: old?.ap, failures, mlo, pmkid, flags: wish.flags})
  const lateStart = pmkid || security !== 'pmkid' ? (wish.lateStart ?? rng.chance(0.15)) : false
  const frames = mlo || (wish.frames ?? rng.chance(0.5))
  const auth = wish.auth ?? authOf(security, rng)
  const link: Link = {ap: target, mlo}

  // Nobody asked for anything: then what is rarer may happen, too.
  const free = Object.keys(wish).length === 0
  const retry = free && failures < 2 && !mlo && RETRIED.includes(security) && rng.chance(0.15)
  if (retry && security === 'sae') candidateOf(list.candidates, target).fields.push('pmkid=K0')

  const reason = trigger(scribe, roam && (wish.trigger ?? rng.chance(0.4)), wish.scan)
  const settings = makeSettings(rng, {
    ...{roam, reason, auth, security, mlo},
    entries: list.candidates.map(({ap}) => ap),
    unused: list.idle,
  })
  const plain = wish.settings !== undefined || wish.plain === true
  const m1 = story.mark(
    'm1',
    scribe.command(roam ? 'TASK_ROAM' : 'TASK_CONNECT', [
      entriesField(list.candidates),
      ...(plain ? settings.filter(needed) : settings),
      ...(wish.settings ?? []),
    ]),
  )
  const begin = world.now

  const before: Beat[] = []
  const together: Field[] = []
  for (const [index, ap] of list.failing.entries()) {
    if (free && security === 'ft' && rng.chance(0.5)) {
      before.push(...ftTalk(scribe, candidateOf(list.candidates, ap), `ft${index}`))
    } else if (free && security !== 'ft' && !mlo && index === list.failing.length - 1 && rng.chance(0.3)) {
      together.push(failedResult(ap, rng))
      continue
    }
    before.push(
      beat(() => story.mark(`failure${index}`, scribe.indicate('ASSOCIATION_RESULT', [failedResult(ap, rng)]))),
    )
  }
  if (retry) before.push(beat(() => void scribe.indicate('ASSOCIATION_RESULT', [item(target.name, 'status=51')])))
  if (!pmkid && security === 'pmkid') before.push(...latePmkid(scribe, target, roam && rng.chance(0.5)))
  if (security === 'ft') before.push(...ftTalk(scribe, candidateOf(list.candidates, target), 'ft'))
  if (security === 'sae') before.push(...saeTalk(scribe, {ap: target, mlo, taskId: () => m1.id}))
  const leave = roam && old !== null ? beat(() => void story.mark('left', leaving(scribe, old))) : null
  const leftAt = rng.int(0, before.length)
  if (leave !== null) splice(before, leftAt, leave)
  if (!plain) interludes(scribe, before, {old, roam, started: !lateStart})
  const start = soon(() => void story.mark('m3', scribe.answer(m1)))
  if (!lateStart) before.unshift(start)
  const result = beat(() => {
    const entry = successEntry(scribe, {auth, roam, link, frames, ft: security === 'ft', keys: wish.keys})
    story.mark('result', scribe.indicate('ASSOCIATION_RESULT', [...together, entry]))
  })
  play(scribe, [...before, result], requestTime(security, roam, rng))
  const complete = () => {
    story.mark('done', scribe.wait(0.2, 1.5).complete(m1, roam ? 'ROAM_COMPLETE' : 'CONNECT_COMPLETE'))
  }
  const lastOfAll = free && lateStart && world.model === 'wdi' && rng.chance(0.5)
  if (lastOfAll) complete()
  if (lateStart) scribe.wait(0.1, 0.9).story.mark('m3', scribe.answer(m1))
  if (!lastOfAll) complete()

  const authorised = story
    .part('result')
    .fields.some(field => typeof field === 'object' && field.fields.includes('PortAuthorized=1'))
  if (security !== 'open' && !authorised) {
    world.now += keyTime(security, roam, world.now - begin, rng)
    pairwiseKeys(scribe, link, m1.fields.includes('MFPEnabled=1'))
  }
  scribe.wait(5, 1500)
  story.mark('link', linkReport(scribe, link))
  port.link = link
  port.known = true
  if (roam) port.roamedAt = world.now
  return story
}

/** Security with which an attempt may fail and the next one with the same AP succeed. */
const RETRIED: readonly Security[] = ['open', 'psk', '8021x', 'sae']

const NEEDED = /^(auth|RoamFlag|RoamNeededReason|MloConnectionSupported|owe-dh)=/
const needed = (field: Field): boolean => typeof field === 'string' && NEEDED.test(field)

function hasMlo({aps}: AdapterWorld, old: Link | null): boolean {
  return aps.some(ap => ap.mlo && ap !== old?.ap)
}

function pickMloSecurity({rng}: Scribe, {security}: AssociationWish): Security {
  return typeof security === 'string' ? security : rng.pick(['sae', 'sae', '8021x'])
}

function pickSecurity({rng}: Scribe, roam: boolean, {security, auth}: AssociationWish): Security {
  if (security === undefined) return rng.pick(roam ? ROAM_SECURITIES : CONNECT_SECURITIES)
  if (auth !== undefined && typeof security !== 'string') return security[0] as Security
  return typeof security === 'string' ? security : rng.pick(security)
}

function pickTarget({world, rng}: Scribe, old: Link | null, mlo: boolean, {target}: AssociationWish): Ap {
  return world.aps.find(ap => ap.name === target) ?? otherAp(world, rng, [old?.ap], mlo)
}

function candidateOf(candidates: readonly Candidate[], target: Ap): Candidate {
  return candidates.find(({ap}) => ap === target) as Candidate
}

function leaving(scribe: Scribe, old: Link) {
  return scribe.indicate('DISASSOCIATION', [peerName(old), `status=${scribe.rng.pick([10, 10, 15])}`])
}

/** PMKIDs that the driver asks for during the task. */
function latePmkid(scribe: Scribe, target: Ap, asks: boolean): Beat[] {
  const {story} = scribe
  const given = item(target.name, `pmkid=K${target.name.at(-1)}`)
  const request = beat(() => void scribe.indicate('ASSOCIATION_PARAMETERS_REQUEST', [target.name]))
  return [
    ...(asks ? [request] : []),
    beat(() => void story.mark('pmkid', scribe.command('SET_ASSOCIATION_PARAMETERS', [given]))),
    soon(() => void scribe.answer(story.part('pmkid'))),
  ]
}

interface SuccessWish {
  readonly auth: string
  readonly roam: boolean
  readonly link: Link
  readonly frames: boolean
  readonly ft: boolean
  readonly keys: boolean | undefined
}

function successEntry({rng, world}: Scribe, {auth, roam, link, frames, ft, keys}: SuccessWish): Field {
  const {ap, mlo} = link
  const fields: Field[] = [ap.name, 'status=0', 'code=0', `auth=${auth}`]
  if (roam) fields.push(`reassociation=${rng.chance(0.8) ? 1 : 0}`)
  if (rng.chance(0.3)) fields.push('ucipher=CCMP', 'mcipher=CCMP')
  if (keys !== true && world.model === 'wificx' && (auth === 'RSNA_PSK' || auth === 'OPEN') && rng.chance(0.05)) {
    fields.push('PortAuthorized=1')
  }
  if (mlo)
    fields.push(
      `akm=${auth === 'WPA3_SAE' ? 8 : 5}/GCMP256`,
      group('request', 'multi-link', `mld=${ap.mld}`),
      group('response', `mld=${ap.mld}`),
      'local-link',
    )
  else if (frames) fields.push(ft ? group('request', 'fte') : group('request'), group('response'))
  if (rng.chance(0.2)) fields.push('beacon')
  return item(...fields)
}
