import {ENUMS, type EnumSpec, enumByName} from './spec.js'
import {suiteType} from './suites.js'

/** By set: names of its values, of suites by their type; members that were renamed show the newer name. */
const NAMES: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map(ENUMS.map(spec => [spec.name, namesIn(spec)]))

function namesIn({kind, values}: EnumSpec): Map<number, string> {
  const names = new Map<number, string>()
  for (const member of values) {
    const numbers = kind === 'suite' ? [member.type] : [member.value, ...(member.alsoSeen ?? [])]
    for (const number of numbers) {
      if (number != null && !names.has(number)) names.set(number, member.renamedTo ?? member.name)
    }
  }
  return names
}

/** Name of an enum value. null: no member has it. */
export function enumName(set: string, value: number): string | null {
  const spec = enumByName.get(set)
  if (!spec) return null
  const wanted = spec.kind === 'suite' ? suiteType(value) : value
  return NAMES.get(set)?.get(wanted) ?? ihvRange(spec, value)
}

/** Sets with an _IHV_START and _IHV_END leave the numbers between them to the vendor. */
function ihvRange(spec: EnumSpec, value: number): string | null {
  const start = spec.values.find(member => /_IHV(_CUSTOM)?_START$/.test(member.name))
  const end = spec.values.find(member => /_IHV(_CUSTOM)?_END$/.test(member.name))
  if (start?.value == null || end?.value == null || value < start.value || value > end.value) return null
  return `${start.name}+${value - start.value}`
}

/** Names of the bits that are set, joined; unnamed bits as a number. null: no bit of a set without a name for 0. */
export function flagNames(set: string, value: number): string | null {
  const members = enumByName.get(set)?.values ?? []
  const exact = members.find(member => member.value === value)
  if (exact) return exact.name
  const names: string[] = []
  let rest = value
  for (const member of members) {
    const bit = member.value
    if (bit === null || bit === 0 || (bit & (bit - 1)) !== 0 || (rest & bit) === 0) continue
    names.push(member.name)
    rest &= ~bit
  }
  if (rest !== 0) names.push(`0x${(rest >>> 0).toString(16)}`)
  return names.length > 0 ? names.join(' | ') : null
}
