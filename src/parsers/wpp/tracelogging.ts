import {type Fields, noFields} from './fields.js'

/** What the one-line JSON of a TraceLogging event says (formats.md 1.1). */
export interface TraceLoggingMessage {
  /** Payload members by name, and those of the trailing `meta` object as `meta.event`, `meta.level`, …; values as printed. */
  readonly fields: Fields
  readonly eventId: number | null
  readonly activityId: string | null
}

/** One of them is in every such object: its name may be written with escapes. */
export const JSON_LITERALS: readonly string[] = ['"meta"', '\\u00']

const NO_ACTIVITY = /^\{?0{8}-0{4}-0{4}-0{4}-0{12}\}?$/

/**
 * Reads a message `{"name":value,…,"meta":{…}}`. Numbers keep their printed digits: 64-bit values do not fit
 * a double. null where the text is no such object.
 */
export function readTraceLogging(message: string): TraceLoggingMessage | null {
  if (!message.startsWith('{"') || !message.endsWith('}')) return null
  const fields = noFields()
  let meta: string | null = null
  const whole = eachMember(message, (name, value) => {
    if (name === 'meta' && value.startsWith('{')) meta = value
    else fields[name] = plain(value)
  })
  if (!whole || meta === null) return null
  const metaWhole = eachMember(meta, (name, value) => {
    fields[`meta.${name}`] = plain(value)
  })
  if (!metaWhole) return null
  const id = fields['meta.id']
  const activity = fields['meta.activity'] ?? fields['meta.activityId']
  return {
    fields,
    eventId: id !== undefined && /^\d{1,5}$/.test(id) ? Number(id) : null,
    activityId: activity === undefined || NO_ACTIVITY.test(activity) ? null : activity,
  }
}

/** Calls `member` for each member of an object, nested values in one piece; false where it is not well formed. */
function eachMember(json: string, member: (name: string, value: string) => void): boolean {
  let at = afterBlanks(json, 1)
  for (;;) {
    const nameEnd = json[at] === '"' ? stringEnd(json, at) : -1
    if (nameEnd < 0) return false
    const colon = afterBlanks(json, nameEnd)
    if (json[colon] !== ':') return false
    const from = afterBlanks(json, colon + 1)
    const to = valueEnd(json, from)
    if (to <= from) return false
    member(plain(json.slice(at, nameEnd)), json.slice(from, to))
    const next = afterBlanks(json, to)
    if (json[next] === '}') return next === json.length - 1
    if (json[next] !== ',') return false
    at = afterBlanks(json, next + 1)
  }
}

/** Index after the value that starts at `from`; -1 where it does not end. */
function valueEnd(json: string, from: number): number {
  const first = json[from]
  if (first === '"') return stringEnd(json, from)
  if (first === '{' || first === '[') return nestedEnd(json, from)
  let at = from
  while (at < json.length && !',}] \t\r\n'.includes(json[at] as string)) at++
  return at
}

function stringEnd(json: string, from: number): number {
  for (let at = from + 1; at < json.length; at++) {
    const char = json[at]
    if (char === '\\') at++
    else if (char === '"') return at + 1
  }
  return -1
}

function nestedEnd(json: string, from: number): number {
  let depth = 0
  for (let at = from; at < json.length; at++) {
    const char = json[at]
    if (char === '"') {
      at = stringEnd(json, at) - 1
      if (at < 0) return -1
    } else if (char === '{' || char === '[') depth++
    else if ((char === '}' || char === ']') && --depth === 0) return at + 1
  }
  return -1
}

function afterBlanks(json: string, from: number): number {
  let at = from
  while (at < json.length && ' \t\r\n'.includes(json[at] as string)) at++
  return at
}

/** Text of a string token; other values as printed. */
function plain(value: string): string {
  if (!value.startsWith('"')) return value
  try {
    return String(JSON.parse(value))
  } catch {
    // An escape that JSON does not know.
    return value.slice(1, -1)
  }
}
