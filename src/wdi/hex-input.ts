/** Offsets as dumps print them: `0000:`, `00000010  `, windbg's `fffff800`12345678  `. */
const dumpLine = /^\s*(?:0x)?([0-9a-f`]{4,17})(:|\s{2,}|\t)\s*(.*)$/i
const byteOrBytes = /^((?:[0-9a-f]{2}){1,8})(?![0-9a-f])[ -]?/i

interface DumpLine {
  readonly offset: number
  readonly rest: string
}

/** The bytes at the front of a line's rest; two blanks or a bar start the ASCII column, unless a bar follows later. */
function leadingBytes(rest: string, limit: number): number[] {
  const bytes: number[] = []
  const bar = rest.indexOf('|')
  let text = bar >= 0 ? rest.slice(0, bar) : rest
  while (bytes.length < limit) {
    const match = byteOrBytes.exec(text)
    if (!match) break
    for (const pair of (match[1] as string).match(/../g) ?? []) bytes.push(Number.parseInt(pair, 16))
    text = text.slice(match[0].length)
    if (bar >= 0) text = text.trimStart()
  }
  return bytes.slice(0, limit)
}

/** Differences count, so the low digits of an address do. */
const lowDigits = (offset: string): number => Number.parseInt(offset.replaceAll('`', '').slice(-8), 16)

/** Bytes of an offset dump: every line has an offset, each one says how many bytes came before. Else undefined. */
function fromDump(lines: readonly string[]): number[] | undefined {
  const parsed: DumpLine[] = []
  for (const line of lines) {
    const match = dumpLine.exec(line)
    if (!match) return undefined
    parsed.push({offset: lowDigits(match[1] as string), rest: match[3] as string})
  }
  const first = parsed[0]?.offset ?? 0
  if (parsed.length === 1 && first !== 0) return undefined
  const bytes: number[] = []
  for (const [index, {offset, rest}] of parsed.entries()) {
    if (offset - first !== bytes.length) return undefined
    const next = parsed[index + 1]?.offset
    const step = (parsed[1]?.offset ?? first + 32) - first
    bytes.push(...leadingBytes(rest, next === undefined ? step : next - offset))
  }
  return bytes
}

/** Digits with whatever people write between them: blanks, `:`, `,`, `;`, `-`, `0x`, `\x`, braces of a C array. */
function fromDigits(text: string): number[] | undefined {
  const digits = text.replace(/(?<![0-9a-f])0x|\\x/gi, ' ').replace(/[\s,:;{}()[\]"'-]/g, '')
  if (digits === '' || digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return undefined
  return (digits.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16))
}

/** The bytes of a pasted hex string or dump; undefined: it is none. */
export function parseHexInput(text: string): Uint8Array | undefined {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  const bytes = (lines.length > 0 ? fromDump(lines) : undefined) ?? fromDigits(text)
  return bytes === undefined || bytes.length === 0 ? undefined : Uint8Array.from(bytes)
}
