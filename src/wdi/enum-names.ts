import {type EnumSpec, enumByName} from './spec.js'
import {suiteType} from './suites.js'

/** Name of an enum value; members that were renamed show the newer name. null: no member has it. */
export function enumName(set: string, value: number): string | null {
  const spec = enumByName.get(set)
  if (!spec) return null
  const wanted = spec.kind === 'suite' ? suiteType(value) : value
  const member = spec.values.find(candidate =>
    spec.kind === 'suite'
      ? candidate.type === wanted
      : candidate.value === wanted || candidate.alsoSeen?.includes(wanted),
  )
  return member ? (member.renamedTo ?? member.name) : ihvRange(spec, value)
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
