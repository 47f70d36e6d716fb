import type {ElementSink} from './event-element.js'

/** A tag and the text behind it. Names, values and references as the tools of Windows write them. */
const NAME = '[A-Za-z][A-Za-z0-9._-]*'
const VALUE = `"[^"<>&\\t\\r\\n]*"|'[^'<>&\\t\\r\\n]*'`
const TAG = new RegExp(
  `<(?:(${NAME})((?:[ \\t\\r\\n]+${NAME}=(?:${VALUE}))*)[ \\t\\r\\n]*(/?)|/(${NAME}))>([^<>]*)`,
  'y',
)
/** Characters that no XML may hold, halves of others among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML forbids and traces hold.
const ODD = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(10|13));|&/g
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  10: '\n',
  13: '\r',
}

/**
 * Reads an element that is plain: no comments, sections or declarations, no prefixes, no references but the common
 * ones, no text beside elements. false: it is not, and what the sink was told is of no use. Any reader of XML would
 * tell the same, but for blanks around text, in several times the time.
 */
export function readPlainElement(xml: string, sink: ElementSink): boolean {
  if (ODD.test(xml)) return false
  const open: string[] = []
  let isLeaf = false
  let hasText = false
  TAG.lastIndex = 0
  do {
    const tag = TAG.exec(xml)
    if (tag === null) return false
    const [, name, attributes = '', empty, closed, between = ''] = tag
    if (name === undefined) {
      if (open.pop() !== closed) return false
      sink.close()
      isLeaf = hasText = false
    } else {
      const read = attributesOf(attributes)
      if (read === null || hasText) return false
      sink.open(name, read)
      isLeaf = empty === ''
      if (isLeaf) open.push(name)
      else sink.close()
    }
    const text = between.trim()
    if (text === '') continue
    const plain = isLeaf ? plainText(text) : null
    if (plain === null) return false
    sink.text(plain)
    hasText = true
  } while (open.length > 0)
  return TAG.lastIndex === xml.length
}

/** Of attributes that are known to be well-formed; null: two have the same name. */
function attributesOf(text: string): Record<string, string> | null {
  const attributes: Record<string, string> = {}
  for (let at = 0; ; ) {
    const equals = text.indexOf('=', at)
    if (equals < 0) return attributes
    const name = text.slice(at, equals).trimStart()
    const end = text.indexOf(text.charAt(equals + 1), equals + 2)
    if (Object.hasOwn(attributes, name)) return null
    attributes[name] = text.slice(equals + 2, end)
    at = end + 1
  }
}

function plainText(text: string): string | null {
  // As XML reads line ends.
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  let sound = true
  const plain = lines.replace(REFERENCE, (_, name: string | undefined, code: string | undefined) => {
    const char = REFERENCES[name ?? code ?? '']
    if (char === undefined) sound = false
    return char ?? ''
  })
  return sound ? plain : null
}
