import type {TraceRecord} from '../../events/record.js'
import {readStamp} from '../../parsers/stamps.js'
import {logMessage} from '../../wdi/messages.js'
import type {Recognition} from '../dialect.js'
import {NO_FIELDS, recognition} from '../recognition.js'
import {adapterKey} from '../words/adapter.js'
import {member} from './members.js'

/** DeviceSurpriseRemoval in mapMiniportEvent of the NDIS manifest. */
const SURPRISE_REMOVAL = '36'

function log(name: string, known: Partial<Recognition> = {}): Recognition | null {
  const message = logMessage(name)
  return message ? recognition('LOG', message, known) : null
}

const power = (state: 'sleep' | 'resume') => log('POWER', {fields: {state: [state]}})

/** Kernel-General 1: the clock was set; by how many ms, where both times were exported. */
function timeChange(record: TraceRecord): Recognition | null {
  const time = (name: string) => readStamp(member(record, name)?.replace(/[\u200e\u200f]/g, '') ?? '')?.atUs ?? null
  const after = time('NewTime')
  const before = time('OldTime')
  const by = after === null || before === null ? null : (after - before) / 1000
  return log('TIME_CHANGE', {fields: by === null ? NO_FIELDS : {by: [String(by)]}})
}

function removed(record: TraceRecord): Recognition | null {
  const event = member(record, 'MiniportEventEnum', 'MiniportEvent') ?? ''
  const surprise = event === SURPRISE_REMOVAL || /DeviceSurpriseRemoval/.test(event || record.message)
  if (!surprise) return null
  const guid = member(record, 'IfGuid')
  return log('REMOVED', {adapterKey: guid === null ? null : adapterKey(guid)})
}

/** Provider without `Microsoft-Windows-`, as the event viewer shows it, and event id. */
const EVENTS: ReadonlyMap<string, (record: TraceRecord) => Recognition | null> = new Map([
  ['kernel-general/1', timeChange],
  ['kernel-general/12', () => log('BOOT')],
  ['kernel-power/42', () => power('sleep')],
  ['kernel-power/107', () => power('resume')],
  ['power-troubleshooter/1', () => power('resume')],
  ['ndis/10311', removed],
  ['ndis/10317', removed],
])

/** Changes of clock and power, restarts and removals, by provider and event id. */
export function systemEvent(record: TraceRecord): Recognition | null {
  if (record.provider === null || record.eventId === null) return null
  const provider = record.provider.toLowerCase().replace(/^microsoft-windows-/, '')
  return EVENTS.get(`${provider}/${record.eventId}`)?.(record) ?? null
}
