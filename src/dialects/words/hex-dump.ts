import {parseHex} from '../../wdi/octets.js'

/** Bytes printed over several lines. */
export interface HexDump {
  readonly bytes: Uint8Array
  /** Offset or address of the first line; null: the lines carry none. */
  readonly base: number | null
  /** An ellipsis follows: the tool did not print all. */
  readonly cut: boolean
}

export const ELLIPSIS = /^[ \t]*(?:\.{2,}|…|<?\(?truncated)/i

interface DumpLine {
  readonly offset: string | null
  readonly digits: string
}

const LINE_LIMIT = 400
const offsetColon = /^[ \t]*(?:0x)?([0-9a-f]{3,16}|[0-9a-f]{8}`[0-9a-f]{8})[ \t]*[:|][ \t]*/i
const offsetBlank = /^[ \t]*(?:0x)?([0-9a-f]{4,16}|[0-9a-f]{8}`[0-9a-f]{8})[ \t]+(?=[0-9a-f]{2}(?:[ \t-]|$))/i
const token = /([0-9a-f]+)(?:([ \t]*-[ \t]*|[ \t]+)|(?=[ \t]*(?:\||$)))/iy

/** The bytes of one line up to its column of characters. */
function digitsOf(text: string): string {
  let digits = ''
  let size = 0
  token.lastIndex = 0
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [, group = '', gap = ''] = match
    if (group.length % 2 !== 0 || (size > 0 && group.length > size)) break
    size ||= group.length
    digits += group
    // A wide gap comes before the characters; a double one may also stand in the middle of sixteen.
    if (gap.length > 2 || (gap.length === 2 && !gap.includes('-') && digits.length !== 16)) break
  }
  return digits
}

function dumpLine(line: string): DumpLine | null {
  if (line.length > LINE_LIMIT) return null
  const head = offsetColon.exec(line) ?? offsetBlank.exec(line)
  const digits = digitsOf(line.slice(head?.[0].length ?? 0).trimStart())
  if (digits === '') return null
  return {offset: head?.[1]?.replace('`', '') ?? null, digits}
}

/** Does an offset say that `bytes` bytes precede its line? Tools print hexadecimal, some decimal. */
function agrees(offset: string, base: string, bytes: number): boolean {
  const hex = BigInt(`0x${offset}`) - BigInt(`0x${base}`)
  return hex === BigInt(bytes) || (/^\d+$/.test(offset + base) && Number(offset) - Number(base) === bytes)
}

/**
 * A hex dump at the beginning of a text: `0000: 33 00 7c 00 …  |3.|.|` on every line, offsets and characters
 * optional. It ends with the first line of another form. null: none, or offsets that do not count the bytes.
 */
export function readHexDump(text: string): HexDump | null {
  let digits = ''
  let base: string | null = null
  let from = 0
  while (from < text.length) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    const line = dumpLine(text.slice(from, end).trimEnd())
    if (line === null) break
    if (digits === '') base = line.offset
    else if ((line.offset === null) !== (base === null)) break
    else if (base !== null && line.offset !== null && !agrees(line.offset, base, digits.length / 2)) return null
    digits += line.digits
    from = end + 1
  }
  if (digits === '') return null
  const cut = ELLIPSIS.test(text.slice(from, from + 80))
  return {bytes: parseHex(digits) as Uint8Array, base: base === null ? null : Number.parseInt(base, 16), cut}
}
