import type {Step} from '../../events/event.js'
import type {Message} from '../../events/message.js'
import {messageByName} from '../../wdi/messages.js'
import {parseHex, parseMac, ssidText} from '../../wdi/octets.js'
import type {Recognition} from '../dialect.js'
import {recognition} from '../recognition.js'
import {adapterKey} from '../words/adapter.js'
import {labelOf, normalise} from '../words/labels.js'
import {splitMessage} from '../words/message-bytes.js'
import {parseNumber, parsePort, parseUint32} from '../words/number.js'
import {parseStatus} from '../words/status.js'
import type {Rule} from './compile-rule.js'
import {resolveMessage} from './resolve-message.js'

const MEMBERS = new Set(['message', 'step', 'port', 'transaction', 'status', 'adapter', 'payload', 'length'])

const isCommand = ({kind}: Message): boolean => ['task', 'property', 'legacy-request', 'ndis-request'].includes(kind)

/** An indication is one whatever the rule says; M4 of a task is its completion. */
function stepOf(message: Message, stated: string | null): {step: Step; message: Message} | null {
  if (!isCommand(message)) return {step: 'IND', message}
  if (stated === 'M1' || stated === 'M3') return {step: stated, message}
  if (stated === 'M4' || stated === 'IND')
    return {step: 'IND', message: messageByName(message.counterpart ?? '') ?? message}
  return null
}

function textValue(field: string, value: string): string | null {
  if (labelOf(field)?.kind === 'address' || field === 'mac') return parseMac(value) ?? null
  if (field !== 'ssid' || !/^0x/i.test(value)) return value
  const bytes = parseHex(value)
  return bytes ? ssidText(bytes) : value
}

function textFields(values: ReadonlyMap<string, string>, keepStatus: boolean): Record<string, readonly string[]> {
  const fields: Record<string, readonly string[]> = Object.create(null)
  for (const [field, value] of values) {
    if (MEMBERS.has(field) && !(field === 'status' && keepStatus)) continue
    const all = field === 'candidates' ? value.split(/[\s,;]+/) : [value]
    const known = all.flatMap(text => textValue(field, text) ?? [])
    if (known.length > 0) fields[field] = known
  }
  return fields
}

/**
 * What a matched rule makes of its groups; `named`: the message is none that is known, or nothing tells the step of
 * a command.
 */
export function applyRule(
  rule: Rule,
  groups: Readonly<Record<string, string | null>>,
  aliases: ReadonlyMap<string, Message>,
): Recognition | 'named' {
  const values = new Map<string, string>()
  for (const [group, field] of rule.groups) {
    const value = groups[group]
    if (value !== null && value !== undefined && !values.has(field)) values.set(field, value)
  }
  const printed = values.get('message')
  const named = printed === undefined ? rule.message : (aliases.get(normalise(printed)) ?? resolveMessage(printed))
  const placed = named ? stepOf(named, rule.step ?? values.get('step')?.toUpperCase() ?? null) : null
  if (!placed) return 'named'
  const {step, message} = placed
  const answered = step === 'M3' || message.kind === 'completion'
  const of = <T>(field: string, parse: (text: string) => T | null): T | null => {
    const value = values.get(field)
    return value === undefined ? null : parse(value)
  }
  const status = of('status', parseStatus)
  const facts = {
    port: of('port', parsePort),
    transactionId: of('transaction', parseUint32),
    status: answered ? status : null,
    adapterKey: of('adapter', adapterKey),
    fields: textFields(values, step === 'M1' || message.kind === 'legacy-indication'),
  }
  const bytes = of('payload', text => parseHex(text) ?? null)
  if (bytes === null) return recognition(step, message, facts)
  const {header, payload, truncated} = splitMessage(bytes, {...facts, length: of('length', parseNumber)})
  const fromHeader = header && {
    port: header.port,
    transactionId: header.transactionId,
    ...(answered ? {status: header.status} : {}),
  }
  return recognition(step, message, {...facts, ...fromHeader, payload, truncated, complete: !truncated})
}
