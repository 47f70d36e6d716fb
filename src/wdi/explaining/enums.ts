import wordsJson from '../spec/code-words.json' with {type: 'json'}
import {ENUMS, type EnumMember, type EnumSpec, SOURCES} from '../spec.js'
import {suiteType} from '../suites.js'
import {details, hex, type Match, type Question} from './match.js'
import {inWords} from './words.js'

const assocWords: ReadonlyMap<string, string> = new Map(Object.entries(wordsJson.assocStatus))
const page = (set: EnumSpec): string | null => set.docs.WiFiCx ?? set.docs.WDI ?? null

/** Words of a set's name that its members do not repeat everywhere. */
function bareName(set: EnumSpec, member: string): string {
  if (member.startsWith(`${set.name}_`)) return member.slice(set.name.length + 1)
  return member.replace(/^WDI_/, '').replace(/^rsna_(akm|cipher)_/i, '')
}

function memberMatch(set: EnumSpec, member: EnumMember): Match {
  const bare = bareName(set, member.renamedTo ?? member.name)
  const words = set.name === 'WDI_ASSOC_STATUS' ? assocWords.get(bare) : undefined
  return {
    kind: 'enum-member',
    name: member.name,
    value: member.value,
    text: `${set.name}: ${words ?? inWords(bare)}`,
    source: page(set),
    details: details({
      set: set.name,
      value: member.value === null ? 'not public' : `${member.value} (${hex(member.value)})`,
      'suite type': member.type,
      'also seen': member.alsoSeen,
      'now called': member.renamedTo,
      from: member.source === null ? null : SOURCES[member.source],
      note: member.note,
    }),
  }
}

function setMatch(set: EnumSpec): Match {
  return {
    kind: 'enum',
    name: set.name,
    value: null,
    text: `${set.kind === 'flags' ? 'set of flags' : 'enumeration'} with ${set.values.length} members`,
    source: page(set),
    details: details({
      members: set.values.map(member => `${member.name} = ${member.value ?? 'not public'}`),
      notes: set.notes,
    }),
  }
}

/** A set by name, members by name, with or without the words of the set. */
export function enumsNamed({name}: Question): Match[] {
  const sets = ENUMS.filter(set => set.name.toUpperCase() === name || set.name.toUpperCase() === `WDI_${name}`)
  const members = ENUMS.flatMap(set =>
    set.values
      .filter(member =>
        [member.name, bareName(set, member.name), member.renamedTo ?? member.name].some(
          it => it.toUpperCase() === name,
        ),
      )
      .map(member => memberMatch(set, member)),
  )
  return [...sets.map(setMatch), ...members]
}

/** Members with the value; `of` picks the sets. */
export function enumsValued(value: number, of: (set: string) => boolean = () => true): Match[] {
  return ENUMS.filter(set => of(set.name)).flatMap(set =>
    set.values
      .filter(member => member.value === value || member.alsoSeen?.includes(value) || isSuite(set, member, value))
      .map(member => memberMatch(set, member)),
  )
}

const isSuite = (set: EnumSpec, member: EnumMember, value: number): boolean =>
  set.kind === 'suite' && member.type !== undefined && member.type === suiteType(value)

export const enumNames = (): string[] => ENUMS.flatMap(set => [set.name, ...set.values.map(member => member.name)])
