import {concat, parseHex} from '../../wdi/octets.js'
import type {Field} from './fields.js'
import {ELLIPSIS, readHexDump} from './hex-dump.js'
import {hexRun} from './hex-run.js'
import {parseNumber} from './number.js'

export interface PrintedBytes {
  readonly bytes: Uint8Array
  /** A length printed with the label: `Data (46 bytes): …`, `Data[46]: …`. */
  readonly length: number | null
  /** The tool says that it did not print all. */
  readonly cut: boolean
}

/** Four bytes are the least that a TLV takes; a shorter run after `Data` or `Bytes` is a number. */
const LEAST = 4
/** `0x` and one or two machine words after `Buffer` are an address. */
const pointer = /^0x[0-9a-f]{1,16}$/i
const size = /^[ \t]*(?:\(|\[)[ \t]*(?:len(?:gth)?|size)?[ \t]*[=:]?[ \t]*(\d{1,7})[ \t]*(?:bytes?)?[ \t]*(?:\)|\])/i
const opening = /^[ \t]*[=:]?[ \t]*(?:hex[ \t]*[=:]?[ \t]*)?[[({<"']?[ \t]*/i
const nothing = /^[ \t]*[=:][ \t]*(?:\[[ \t]*\]|\([ \t]*\)|\{[ \t]*\}|""|<(?:none|empty)>|\((?:none|empty)\))/i

const lineAfter = (text: string, position: number): number => {
  const newline = text.indexOf('\n', position)
  return newline < 0 ? text.length : newline + 1
}

function afterLabel(text: string, field: Field): PrintedBytes | null {
  const labelEnd = field.start + field.printed.length
  const rest = text.slice(labelEnd, labelEnd + 80)
  if (nothing.test(rest)) return {bytes: new Uint8Array(0), length: 0, cut: false}
  const stated = size.exec(rest)
  const length = stated ? Number(stated[1]) : null
  const sizeEnd = labelEnd + (stated?.[0].length ?? 0)
  const start = sizeEnd + (opening.exec(text.slice(sizeEnd, sizeEnd + 80))?.[0].length ?? 0)
  const line = text.slice(start, lineAfter(text, start)).trim()
  const run = hexRun(text, start)
  if (run !== null && run.digits.length >= 2 * LEAST && !pointer.test(text.slice(start, run.end))) {
    const bytes = parseHex(run.digits) as Uint8Array
    // A long run may be wrapped: more lines of nothing but digits.
    const wrapped = text.slice(run.end, lineAfter(text, run.end)).trim() === ''
    const more = wrapped ? readHexDump(text.slice(lineAfter(text, run.end))) : null
    if (more !== null && more.base === null) return {bytes: concat([bytes, more.bytes]), length, cut: more.cut}
    return {bytes, length, cut: ELLIPSIS.test(text.slice(run.end, run.end + 80))}
  }
  if (line !== '' && run !== null) return null
  const dump = readHexDump(text.slice(lineAfter(text, start)))
  return dump === null ? null : {bytes: dump.bytes, length, cut: dump.cut}
}

/** A dump without label counts only where its offsets start at zero. */
function unlabelled(text: string, after: number): PrintedBytes | null {
  let from = lineAfter(text, after)
  for (let lines = 0; from < text.length && lines < 8; lines++) {
    const dump = readHexDump(text.slice(from))
    if (dump !== null) {
      const {bytes, cut} = dump
      return dump.base === 0 && bytes.length >= LEAST ? {bytes, length: null, cut} : null
    }
    from = lineAfter(text, from)
  }
  return null
}

/** The bytes of a message as a text prints them after its name; null: none. */
export function printedBytes(text: string, fields: readonly Field[], after: number): PrintedBytes | null {
  for (const field of fields) {
    if (field.name !== 'payload' || field.label === null) continue
    const found = afterLabel(text, field)
    if (found) return found
  }
  return unlabelled(text, after)
}

/** The length of the bytes that stands as a field of its own. */
export function printedLength(fields: readonly Field[]): number | null {
  const field = fields.find(({name, label}) => name === 'length' && label !== null)
  const length = field ? parseNumber(field.value) : null
  return length !== null && length >= 0 ? length : null
}
