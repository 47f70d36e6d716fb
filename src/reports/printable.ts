// Control and format characters (bidi, zero-width, tags, soft hyphen), line and paragraph separators,
// private use, and halves of surrogate pairs: whatever could move the cursor, hide or reorder text.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a range is the point
const beyondAscii = /[^\x00-\x7f]/gu

/** What nearly all JSON is made of; nothing in it is unsafe. */
const printableAscii = /^[\x20-\x7e]*$/

const names: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** Text from a trace as a terminal may show it: nothing in it acts, everything in it is seen. */
export function printable(text: string, unicode = true): string {
  const safe = text.replace(unsafe, escaped)
  return unicode ? safe : safe.replace(beyondAscii, escaped)
}

function escaped(character: string): string {
  const name = names.get(character)
  if (name !== undefined) return name
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`
}

/** JSON is full of text from traces too, and people look at it in terminals: the same characters as JSON escapes. */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (printableAscii.test(json)) return json
  return json.replace(unsafe, character => {
    let escapes = ''
    for (let i = 0; i < character.length; i++) {
      escapes += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
    }
    return escapes
  })
}
