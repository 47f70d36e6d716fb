import type {Message} from '../../events/message.js'
import type {TraceRecord} from '../../events/record.js'
import type {Recognition} from '../dialect.js'
import {recognition} from '../recognition.js'
import {adapterKey} from './adapter.js'
import {type Field, scanFields} from './fields.js'
import {findMessage, type Mention} from './find-message.js'
import {splitMessage} from './message-bytes.js'
import {missingAddresses} from './missing-addresses.js'
import {parsePort, parseUint32} from './number.js'
import {type PrintedBytes, printedBytes, printedLength} from './printed-bytes.js'
import {parseStatus, STATUS_PENDING} from './status.js'
import {stepOf} from './step.js'
import {textFields} from './text-fields.js'

/** The physical line that holds a position. */
function lineAt(text: string, position: number): string {
  const start = text.lastIndexOf('\n', position) + 1
  const end = text.indexOf('\n', position)
  return text.slice(start, Math.min(end < 0 ? text.length : end, start + 8192))
}

function firstValue<T>(fields: readonly Field[], name: string, parse: (text: string) => T | null): T | null {
  for (const field of fields) {
    if (field.name !== name || field.label === null) continue
    const value = parse(field.value)
    if (value !== null) return value
  }
  return null
}

/** The interface beats the adapter object, which beats the device: one producer prints several of them. */
function adapterOf(fields: readonly Field[]): string | null {
  const named = fields.filter(({name, label}) => name === 'adapter' && label !== null)
  const guid = named.find(({value}) => value.includes('-') && adapterKey(value)?.startsWith('{'))
  for (const field of guid ? [guid] : named) {
    const key = adapterKey(field.value)
    if (key !== null) return key
  }
  return null
}

/** Status in the text: the number before the name in parentheses after it. */
function statusOf(fields: readonly Field[]): {status: number | null; at: number} {
  for (const field of fields) {
    if (field.name !== 'status' || field.label === null) continue
    const status = parseStatus(field.value) ?? (field.remark === null ? null : parseStatus(field.remark))
    if (status !== null) return {status, at: field.start}
  }
  return {status: null, at: -1}
}

/** A message id has no other label than its own: other software counts messages, too. */
const isForeign = (record: TraceRecord, mention: Mention): boolean =>
  mention.form === 'id' && record.provider !== null && /^microsoft-windows-(?!wlan|wifi)/i.test(record.provider)

function note(what: string, text: number | null, bytes: number): string[] {
  return text === null || text === bytes ? [] : [`${what} ${text} in the text, ${bytes} in the bytes; the bytes count`]
}

interface Facts {
  readonly port: number | null
  readonly transactionId: number | null
  readonly status: number | null
}

/** Adds what the bytes say; they beat the text. */
function withBytes(
  facts: Facts,
  answered: boolean,
  printed: PrintedBytes,
  length: number | null,
): Partial<Recognition> {
  const {header, payload, truncated} = splitMessage(printed.bytes, {...facts, length: printed.length ?? length})
  const cut = truncated || printed.cut
  const body = {payload, truncated: cut, complete: !cut}
  if (header === null) return {...facts, ...body}
  return {
    ...body,
    port: header.port,
    transactionId: header.transactionId,
    status: answered ? header.status : facts.status,
    notes: [
      ...note('port', facts.port, header.port),
      ...note('transaction', facts.transactionId, header.transactionId),
      ...(answered ? note('status', facts.status, header.status) : []),
    ],
  }
}

/** A number printed beside the name should be the number of that name. */
function numberNotes(chosen: Mention, others: readonly Mention[]): string[] {
  if (chosen.form !== 'name') return []
  return others
    .filter(
      ({form, start, end}) =>
        form === 'number' && (Math.abs(start - chosen.end) <= 12 || Math.abs(chosen.start - end) <= 12),
    )
    .filter(({message}) => message !== chosen.message)
    .map(({message}) => `the name says ${chosen.message.name}, the number ${message.name}; the name counts`)
}

/** The task of an abort, where the line names it without a label. */
function targetOf(message: Message, others: readonly Mention[]): string | null {
  if (message.name !== 'ABORT_TASK') return null
  return others.find(other => other.message.kind === 'task')?.message.name ?? null
}

/** What the vocabulary makes of a text that may name a message (dialects.md 1). */
export function readRecord(text: string, record: TraceRecord): Recognition | 'named' | null {
  const {chosen, others, unknown} = findMessage(text)
  if (chosen === null) return unknown ? 'named' : null
  if (isForeign(record, chosen)) return null
  // A field whose value is the message itself (`MessageId: 0x0064`, `Status 40050065`) says no more than that.
  const all = scanFields(text).filter(({valueStart, end}) => end <= chosen.start || valueStart >= chosen.end)
  const fields = all.filter(
    ({name, printed, start}) =>
      name !== 'transaction' || printed.length !== 3 || start > chosen.start || !/^tid$/i.test(printed),
  )
  const {status, at} = statusOf(fields)
  const line = lineAt(text, chosen.start)
  const placed = stepOf(chosen.message, {
    line,
    statusAfterName: status !== null && at > chosen.start,
    statusPending: () => status === STATUS_PENDING || (status === null && /(?<![a-z])pending(?![a-z])/i.test(line)),
  })
  if (placed === 'named') return 'named'
  const {step, message} = placed
  const answered = step === 'M3' || message.kind === 'completion'
  const facts: Facts = {
    port: firstValue(fields, 'port', parsePort),
    transactionId: firstValue(fields, 'transaction', parseUint32),
    status: answered ? status : null,
  }
  const printed = printedBytes(text, fields, chosen.end)
  const known: Partial<Recognition> =
    printed === null ? facts : withBytes(facts, answered, printed, printedLength(fields))
  const texts = textFields(text, fields, placed, chosen.end)
  const target = targetOf(message, others)
  if (target !== null && !texts.target) (texts as Record<string, readonly string[]>).target = [target]
  const payload = known.payload ?? null
  return recognition(step, message, {
    ...known,
    adapterKey: adapterOf(fields),
    fields: texts,
    notes: [...numberNotes(chosen, others), ...(known.notes ?? []), ...missingAddresses(texts, payload)],
  })
}
