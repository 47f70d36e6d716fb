import type {Step, TextFields} from '../../events/event.js'
import type {Message} from '../../events/message.js'
import {parseHex, parseMac, ssidText} from '../../wdi/octets.js'
import {findAddresses} from './address.js'
import type {Field} from './fields.js'

/** Members of the event, or of no use without the bytes. */
const MEMBERS = new Set(['port', 'transaction', 'adapter', 'payload', 'length'])
const ADDRESS_LIMIT = 256

/** `0x…` holds the bytes of an SSID. */
function ssidValue(value: string): string {
  const bytes = /^0x/i.test(value) ? parseHex(value) : undefined
  return bytes ? ssidText(bytes) : value
}

/** The value in the form that readers expect: addresses with colons, numbers without their names. */
function normalised(field: Field): string | null {
  if (field.label?.kind === 'address') return parseMac(field.value) ?? null
  if (field.name === 'ssid') return ssidValue(field.value)
  return field.value
}

/** A field that says something of the message, not of a candidate. */
const ofMessage = ({name, label, printed}: Field): boolean =>
  label !== null && (MEMBERS.has(name) || name === 'status' || /^peer/i.test(printed))

/** The part of the text that lists candidates. */
function candidateRegion(text: string, fields: readonly Field[]): {start: number; end: number} | null {
  const first = fields.find(({name, label}) => name === 'candidates' && label !== null)
  if (!first) return null
  const next = fields.find(field => field.start > first.start && ofMessage(field))
  return {start: first.start + first.printed.length, end: Math.min(next?.start ?? text.length, first.start + 16_384)}
}

/** The one address that stands after the name without a label. */
function loneAddress(text: string, fields: readonly Field[], after: number): string | null {
  const found = new Set(findAddresses(text.slice(after, after + 1024).split('\n', 1)[0] ?? '', 8))
  for (const {value} of fields) found.delete(parseMac(value) ?? '')
  const [first] = found
  return found.size === 1 ? (first as string) : null
}

/**
 * The text fields of an event by their normalised names (dialects.md 1). Prototype-free: names come from the trace.
 */
export function textFields(
  text: string,
  fields: readonly Field[],
  {step, message}: {readonly step: Step; readonly message: Message},
  after: number,
): TextFields {
  const all: Record<string, string[]> = Object.create(null)
  const region = candidateRegion(text, fields)
  if (region) {
    const addresses = findAddresses(text.slice(region.start, region.end), ADDRESS_LIMIT)
    if (addresses.length > 0) all.candidates = addresses
  }
  for (const field of fields) {
    const {name, start} = field
    const ofCandidate = region !== null && start >= region.start && start < region.end
    if (MEMBERS.has(name) || name === 'candidates' || (name === 'bssid' && ofCandidate)) continue
    // The status of an answer is the header's; that of a command or of Native 802.11 means something of its own.
    if (name === 'status' && step !== 'M1' && message.kind !== 'legacy-indication') continue
    const value = normalised(field)
    if (value === null || value === '') continue
    all[name] ??= []
    all[name].push(value)
  }
  if (!all.bssid && !all.candidates) {
    const lone = loneAddress(text, fields, after)
    if (lone !== null) all.bssid = [lone]
  }
  return all
}
