import type {Message, MessageKind} from '../events/message.js'
import {BARE_MESSAGES, type BareMessageSpec, MESSAGES, type MessageSpec} from './spec.js'
import {DOT11_INDICATIONS, DOT11_REQUESTS, MEDIA_INDICATIONS} from './windot11.js'

/** TASK_ROAM for OID_WDI_TASK_ROAM, ROAM_COMPLETE for NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE. */
export const shortName = (fullName: string): string => fullName.replace(/^(OID_WDI_|NDIS_STATUS_WDI_INDICATION_)/, '')

function objectOf(spec: MessageSpec): Message['object'] {
  if (spec.object === null) return null
  return spec.object === 'Adapter' ? 'adapter' : 'port'
}

function documented(spec: MessageSpec): Message {
  const counterpart = spec.completion ?? spec.completes ?? null
  return {
    fullName: spec.name,
    name: shortName(spec.name),
    kind: spec.kind === 'indication' && counterpart ? 'completion' : spec.kind,
    messageId: spec.messageId,
    object: objectOf(spec),
    counterpart: counterpart === null ? null : shortName(counterpart),
    normalSeconds: spec.normalExecutionTimeS ?? null,
    abortable: spec.abortCapable ?? null,
    serializedWithTask: spec.serializedWithTask ?? false,
    direct: spec.directOid ?? false,
    source: spec.doc,
  }
}

/** Pages of Native 802.11 are in the history of the documentation only, which the dagger says. */
const legacyPage = (fullName: string): string => `network/${fullName.toLowerCase().replaceAll('_', '-')}†`

/** A message outside the documented ones: only its name and kind are known. */
function bare(fullName: string, name: string, kind: MessageKind, messageId: number | null = null): Message {
  return {
    fullName,
    name,
    kind,
    messageId,
    object: null,
    counterpart: null,
    normalSeconds: null,
    abortable: null,
    serializedWithTask: false,
    direct: false,
    source: kind.startsWith('legacy-') ? legacyPage(fullName) : null,
  }
}

/** The pages omit nine messages that headers number; two of them are a task and its completion. */
function undocumented(spec: BareMessageSpec): Message {
  const name = shortName(spec.name)
  const others = new Set(BARE_MESSAGES.map(other => shortName(other.name)))
  const task = name.startsWith('TASK_')
  const completes = `TASK_${name.replace(/_COMPLETE$/, '')}`
  const completion = `${name.replace(/^TASK_/, '')}_COMPLETE`
  if (task)
    return {...bare(spec.name, name, 'task', spec.messageId), counterpart: others.has(completion) ? completion : null}
  if (others.has(completes)) return {...bare(spec.name, name, 'completion', spec.messageId), counterpart: completes}
  return bare(spec.name, name, spec.name.startsWith('OID_') ? 'property' : 'indication', spec.messageId)
}

const wdi = [...MESSAGES.map(documented), ...BARE_MESSAGES.map(undocumented)]
const dot11Indications = [...DOT11_INDICATIONS.keys()].map(name =>
  bare(`NDIS_STATUS_DOT11_${name}`, `DOT11_${name}`, 'legacy-indication'),
)
const dot11Requests = [...DOT11_REQUESTS.keys()].map(name =>
  bare(`OID_DOT11_${name}`, `OID_DOT11_${name}`, 'legacy-request'),
)
const media = [...MEDIA_INDICATIONS.keys()].map(name => bare(`NDIS_STATUS_${name}`, name, 'ndis-indication'))

/** Every message that has a name of its own here: WDI first, then Native 802.11 and NDIS. */
export const ALL_MESSAGES: readonly Message[] = [...wdi, ...dot11Indications, ...dot11Requests, ...media]

const byName = new Map<string, Message>()
for (const message of ALL_MESSAGES) {
  byName.set(message.fullName, message)
  byName.set(message.name, message)
}
// The names of the driver headers lack the prefix of the number space.
for (const message of wdi) byName.set(message.fullName.replace(/^(OID_|NDIS_STATUS_)/, ''), message)

const byNumber = new Map<number, Message>()
const byId = new Map<number, Message>()
for (const spec of [...MESSAGES, ...BARE_MESSAGES]) {
  const message = byName.get(spec.name) as Message
  byNumber.set(spec.value, message)
  byId.set(spec.messageId, message)
}
for (const [name, value] of DOT11_INDICATIONS) byNumber.set(value, byName.get(`DOT11_${name}`) as Message)
for (const [name, value] of DOT11_REQUESTS) byNumber.set(value, byName.get(`OID_DOT11_${name}`) as Message)
for (const [name, value] of MEDIA_INDICATIONS) byNumber.set(value, byName.get(name) as Message)

/**
 * A message by full name (OID_WDI_TASK_ROAM), header name (WDI_TASK_ROAM) or short name (TASK_ROAM), in any case.
 * Native 802.11 names count with their prefix (DOT11_ROAMING_START, OID_DOT11_SCAN_REQUEST): bare
 * ROAMING_START is left to `legacyMessage`, since DISASSOCIATION and others mean something else in WDI.
 */
export const messageByName = (name: string): Message | undefined => byName.get(name.toUpperCase())

/** A message by OID (0xE4400064), NDIS status (0x40050065) or Native 802.11 number, as unsigned 32 bits. */
export const messageByNumber = (value: number): Message | undefined => byNumber.get(value >>> 0)

/**
 * A message by the 16-bit id that WiFiCx uses; commands and indications share one number space.
 * As an indication, the id of a task means its completion: a WiFiCx driver may repeat the command's id there.
 */
export function messageById(id: number, step?: 'command' | 'indication'): Message | undefined {
  const message = byId.get(id)
  if (message === undefined || step === undefined) return message
  const command = message.kind === 'task' || message.kind === 'property'
  if (step === 'command') return command ? message : undefined
  if (!command) return message
  return message.kind === 'task' && message.counterpart !== null ? messageByName(message.counterpart) : undefined
}

const LOG_NAMES = new Set(['EVENTS_LOST', 'TIME_CHANGE', 'POWER', 'BOOT', 'REMOVED'])

/** Event ids of AutoConfig and the system log alone, those of other providers with its name. */
const HOST_EVENT = /^(?:(?:NWIFI|NDIS|ONEX|EAPHOST|WCMSVC|NCSI)-)?\d{1,5}$/

/** A LOG record: 8001 of AutoConfig, NWIFI-10042, or one of EVENTS_LOST, TIME_CHANGE, POWER, BOOT, REMOVED. */
export function logMessage(name: string): Message | undefined {
  const upper = name.toUpperCase()
  if (!LOG_NAMES.has(upper) && !HOST_EVENT.test(upper)) return undefined
  return bare(upper, upper, 'log')
}

/** A request of the upper edge: any `OID_` name outside WDI, kept in full. */
export function requestMessage(oidName: string): Message | undefined {
  const upper = oidName.toUpperCase()
  if (!/^OID_[A-Z0-9_]{1,100}$/.test(upper)) return undefined
  return byName.get(upper) ?? bare(upper, upper, upper.startsWith('OID_DOT11_') ? 'legacy-request' : 'ndis-request')
}

/** CIPHER_KEY of a scenario stands for whichever OID set a key. */
const LEGACY_SHORT = new Map([['CIPHER_KEY', 'OID_DOT11_CIPHER_KEY_MAPPING_KEY']])

/**
 * A Native 802.11 message: NDIS_STATUS_DOT11_X, DOT11_X, OID_DOT11_X, or the bare X that records of
 * model native80211 show (ROAMING_START, CONNECT_REQUEST, CIPHER_KEY, MEDIA_CONNECT). An unknown X without
 * prefix is undefined.
 */
export function legacyMessage(name: string): Message | undefined {
  const upper = name.toUpperCase()
  const prefixed = /^(?:NDIS_STATUS_)?DOT11_([A-Z0-9_]{1,100})$/.exec(upper)
  if (prefixed) {
    return (
      byName.get(`DOT11_${prefixed[1]}`) ??
      bare(`NDIS_STATUS_DOT11_${prefixed[1]}`, `DOT11_${prefixed[1]}`, 'legacy-indication')
    )
  }
  if (upper.startsWith('OID_DOT11_')) return requestMessage(upper)
  const media = upper.replace(/^NDIS_STATUS_/, '')
  if (MEDIA_INDICATIONS.has(media)) return byName.get(media)
  return byName.get(`DOT11_${upper}`) ?? byName.get(LEGACY_SHORT.get(upper) ?? `OID_DOT11_${upper}`)
}

/** True for the requests that set a key (not the id of the default key). */
export const isLegacyKeyRequest = (message: Message): boolean =>
  /^OID_DOT11_CIPHER_(DEFAULT_KEY|KEY_MAPPING_KEY|KEY)$/.test(message.name)
