import {schemaVersion} from './facts.js'
import {count, document, integer, list, object, orNull, ref, type Schema, text} from './parts.js'
import * as words from './words.js'

const said = (description: string, schema: Schema): Schema => ({...schema, description})
const number: Schema = {type: 'number'}
const amount: Schema = {type: 'number', minimum: 0}
const part: Schema = {type: 'number', minimum: 0, maximum: 1}

const shareMembers = {
  k: count,
  n: count,
  share: orNull(part),
  low: orNull(part),
  high: orNull(part),
}

const share = said(
  'k of n as a share from 0 to 1, unrounded, with its 95 % Wilson interval; the last three are null below n = 5.',
  object(shareMembers),
)

const time = said(
  'µs of n successful roams, of which so many are measured. Percentiles are nearest rank, and null below 5 (p50), 20 (p95) and 100 (p99) measured ones.',
  object({
    n: count,
    measured: count,
    p50Us: orNull(integer),
    p95Us: orNull(integer),
    p99Us: orNull(integer),
    minUs: orNull(integer),
    maxUs: orNull(integer),
  }),
)

const counted = (names: readonly string[]) => object(Object.fromEntries(names.map(name => [name, count])))
const outcomes = said(
  'Sessions by how they ended; unknown: the status of the completion is not exported.',
  counted([...words.outcomes, 'unknown']),
)
const times = object(Object.fromEntries(['all', ...words.securityClasses].map(name => [name, ref('time')])))

const withOutcomes = object({...shareMembers, outcomes})
const withWindow = object({...shareMembers, windowUs: count})

const code = (name: 'code' | 'reason') =>
  object({
    set: said('Enumeration of the status: WDI_ASSOC_STATUS, or DOT11_ASSOC_STATUS of Native 802.11.', text),
    status: orNull(integer),
    statusName: orNull(text),
    [name]: orNull(integer),
    [`${name}Name`]: orNull(text),
    n: count,
    classes: list(object({class: orNull(words.securityClass), n: count})),
    vendors: list(object({prefix: orNull(text), n: count})),
    example: orNull(object({path: text, session: text})),
  })

const figures = {n: count, success: count, medianTReqUs: orNull(integer), medianRssiDb: orNull(number)}
const matrix = object({
  pairs: list(object({from: text, to: text, ...figures})),
  other: said('Pairs with fewer than 3 roams, together.', object({pairs: count, ...figures})),
})

const metrics = object({
  roamSuccess: said('success / (success + failed + hung + device-reset)', withOutcomes),
  roamSuccessStrict: said('The same with aborted-after-disassoc in the denominator.', ref('share')),
  stayShare: said('stayed / (success + failed + stayed)', ref('share')),
  connectSuccess: said('As roamSuccess, of connects.', withOutcomes),
  roamRate: said(
    'Successful roams by hour of association; Native 802.11 roams are left out, their association is not known.',
    object({roams: count, associatedUs: count, perHour: orNull(amount)}),
  ),
  timeToRoam: said('From the command on, of successful roams.', object({tReq: times, tTask: times, tService: times})),
  outage: said(
    'Sum of gap-service by hour of association; of fromGapL2 roams it is gap-l2, which is shorter, because keys are not exported.',
    object({
      n: count,
      measured: count,
      fromGapL2: count,
      sumUs: count,
      associatedUs: count,
      perHourUs: orNull(amount),
    }),
  ),
  ftShare: said('Class ft / successful roams.', ref('share')),
  ftShareOfEligible: said(
    'Class ft / successful roams whose chosen entry carried FT reassociation parameters.',
    ref('share'),
  ),
  ftFallback: said('Roams with ft-fallback / roams with an FT indication.', ref('share')),
  pmkidFallback: said(
    'Successful roams of another class / all, of those whose chosen entry had a PMKID.',
    ref('share'),
  ),
  pingPong: said('ping-pong findings / (successful roams - 1 of each port), returns within windowUs.', withWindow),
  bandFlip: said('The same, of pairs whose first five address bytes agree.', withWindow),
  failedCandidates: said(
    'Failed result entries of n roams with outcome success or failed, and the roams without any.',
    object({failed: count, n: count, perRoam: orNull(amount), none: ref('share')}),
  ),
  disconnectAfterRoam: said(
    'disconnect-after-roam / successful roams whose following 30 s are recorded without loss.',
    ref('share'),
  ),
  handshakeFailures: said('handshake-failed-after-roam / the same with 10 s.', ref('share')),
  triggerMix: object({
    sessions: said(
      'Roams by RoamNeededReason and RoamTrigger.',
      list(
        object({
          reason: orNull(integer),
          reasonName: orNull(text),
          roamTrigger: orNull(integer),
          roamTriggerName: orNull(text),
          n: count,
        }),
      ),
    ),
    driverTriggered: said('Roams that answer a ROAMING_NEEDED / roams.', ref('share')),
  }),
  triggerYield: said(
    'ROAMING_NEEDED followed by a success within 10 s / those whose 10 s are recorded without loss.',
    ref('share'),
  ),
  topCodes: said(
    'The ten most frequent pairs. The class of a session without success is the one that was tried.',
    object({attempts: list(code('code')), disassociations: list(code('reason'))}),
  ),
  apPairs: said(
    'From old to new access point, MLD addresses where known; unknown: roams of which one end is not known.',
    object({byAddress: matrix, byVendor: matrix, unknown: count}),
  ),
  hostShare: said(
    "The host's answers to FT and SAE indications / t_service, of n successes; longest: successes whose longest phase inside t_service is one of these.",
    object({n: count, hostUs: count, tServiceUs: count, share: orNull(amount), longest: ref('share')}),
  ),
  limits: said(
    'Published limits. judged: within, beyond or undecided.',
    list(
      object({
        duration: text,
        limit: text,
        rule: text,
        judged: count,
        violated: count,
        inconclusive: count,
        notApplicable: count,
      }),
    ),
  ),
})

const rule = said(
  'Judgements of a rule, the captures in which it judged, could not, or crashed, and its violations by severity and blame.',
  object({
    id: text,
    pass: count,
    violation: count,
    inconclusive: count,
    notApplicable: count,
    captures: counted(['ran', 'notApplicable', 'crashed']),
    severities: counted(['error', 'warning', 'info']),
    blames: counted(['driver', 'host', 'ap', 'either', 'capture']),
  }),
)

/** `health --format json`. */
export const health: Schema = document(
  'roamscope health --format json',
  object({
    schemaVersion,
    metrics: ref('metrics'),
    cohorts: said(
      'One for each combination of the names of --by; null: the capture does not say it.',
      list(object({by: {type: 'object', additionalProperties: orNull(text)}, metrics: ref('metrics')})),
    ),
    rules: list(rule),
    captures: object({
      total: count,
      unreadable: count,
      withLoss: count,
      coarse: count,
      missingFamily: count,
      sessionsAffected: ref('share'),
    }),
  }),
  {share, time, metrics},
)
