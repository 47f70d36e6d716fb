import type {Member} from '../etw/payload.js'

const ATTRIBUTE = /([A-Za-z_][\w:.-]{0,127})\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quote?|apos|nbsp));/g
/** `quote` is what PerfView writes for a quote. */
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['quote', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])
const REPLACEMENT = '\ufffd'

/** The attributes of a start tag in the order of the file; a name may come twice, which no XML reader allows. */
export function attributesOf(tag: string): Member[] {
  const members: Member[] = []
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE)) {
    members.push({name: name as string, value: withoutReferences(double ?? single ?? '')})
  }
  return members
}

/** Text with the references of XML, and those that HTML pages of Windows have, resolved; others stay. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    REFERENCE,
    (_, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED.get(name) as string
      const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
      if (code > 0x10ffff || code === 0 || (code >= 0xd800 && code <= 0xdfff)) return REPLACEMENT
      return String.fromCodePoint(code)
    },
  )
}
