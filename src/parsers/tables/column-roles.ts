/** What a column of WPP records holds, as far as its heading tells. */
export type Role =
  | 'cpu'
  | 'pid'
  | 'tid'
  | 'time'
  | 'sequence'
  | 'component'
  | 'file'
  | 'srcLine'
  | 'func'
  | 'level'
  | 'flags'
  | 'message'

/** Headings without blanks and signs; the columns of tracefmt -csvheader are not documented. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['cpu', /^(?:cpu|processor)(?:number|num|no|id)?$/],
  ['pid', /^(?:pid|processid|process)$/],
  ['tid', /^(?:tid|threadid|thread)$/],
  ['time', /^(?:system|local|event)?(?:time|timestamp|datetime|dateandtime)$/],
  ['sequence', /^(?:seq|sequence)(?:number|num|no)?$/],
  ['component', /^(?:name|friendlyname|component|componentname|compname|provider|providername|guidname|module)$/],
  ['file', /^(?:source)?file(?:name)?$/],
  ['srcLine', /^(?:source)?line(?:number|num|no)?$/],
  ['func', /^func(?:tion)?(?:name)?$/],
  ['level', /^(?:trace)?level(?:name)?$/],
  ['flags', /^(?:trace)?flags?(?:name)?$/],
  ['message', /^(?:message|content|messagetext|tracemessage|text)$/],
]

export function roleOf(heading: string): Role | null {
  const name = heading.toLowerCase().replace(/[^a-z]/g, '')
  return ROLES.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

/**
 * A process or thread number that can only be hex: with 0x, with letters, or padded with zeros. Digits alone may be
 * either, as tools print both: null.
 */
export function hexId(text: string): number | null {
  const digits = /^(?:0x([\da-f]{1,8})|(0[\da-f]{3,7}|(?=\d*[a-f])[\da-f]{4,8}))$/i.exec(text.trim())
  const value = digits === null ? null : Number.parseInt((digits[1] ?? digits[2]) as string, 16)
  return value === 0xffff_ffff ? null : value
}

/** A processor's number, which all tools print as decimal. */
export function cpuOf(text: string): number | null {
  return /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : null
}
