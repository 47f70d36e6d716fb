import type {Recognised, Recognition} from '../../src/dialects/dialect.js'
import type {TraceRecord} from '../../src/events/record.js'

/** A record as a parser would make it from a line whose message is given. */
export const record = (message: string, more: Partial<TraceRecord> = {}): TraceRecord => ({
  line: 1,
  offset: 0,
  text: message.split('\n', 1)[0] as string,
  atUs: 0,
  ns: 0,
  cpu: 0,
  pid: 4,
  tid: 8,
  provider: 'driver',
  providerGuid: null,
  eventId: null,
  activityId: null,
  message,
  fields: null,
  undecoded: null,
  ...more,
})

/** The recognition as plain data that a test can compare: what is null, empty or false is left out. */
export function shown(recognised: Recognised | 'taken'): unknown {
  if (recognised === null || typeof recognised === 'string') return recognised
  if ('stated' in recognised) return recognised
  const {step, message, port, transactionId, status, adapterKey, payload, complete, truncated, fields, notes} =
    recognised
  return {
    is: `${step} ${message.name}`,
    ...(port === null ? {} : {port}),
    ...(transactionId === null ? {} : {txn: transactionId}),
    ...(status === null ? {} : {status}),
    ...(adapterKey === null ? {} : {adapter: adapterKey}),
    ...(payload === null ? {} : {payload: Buffer.from(payload).toString('hex')}),
    ...(complete ? {complete} : {}),
    ...(truncated ? {truncated} : {}),
    ...(Object.keys(fields).length === 0 ? {} : {fields: {...fields}}),
    ...(notes.length === 0 ? {} : {notes}),
  }
}

/** `M1 TASK_ROAM`, `named` or `null`. */
export const step = (recognised: Recognised | 'taken'): string =>
  recognised === null || typeof recognised === 'string'
    ? String(recognised)
    : 'stated' in recognised
      ? 'stated'
      : `${(recognised as Recognition).step} ${recognised.message.name}`
