import {type FieldSpec, SOURCES, TLVS, type TlvSpec, tlvsByType} from '../spec.js'
import {details, hex, type Match, type Question} from './match.js'

const field = ({name, type, bytes, count, enum: set, flags, unit}: FieldSpec): string => {
  const of = set ?? flags
  const notes = [count === undefined ? type : `${bytes} bytes`, ...(of ? [of] : []), ...(unit ? [unit] : [])]
  return `${name}: ${notes.join(', ')}`
}

function text(tlv: TlvSpec): string {
  if (tlv.unused) return 'TLV that the pages call unused'
  if (tlv.kind === 'none') return 'TLV without a published layout'
  if (tlv.kind === 'tlvs') return `TLV that holds ${tlv.members.length} kinds of TLVs`
  if (tlv.content?.format === 'key-material') return 'TLV with key material, which is never shown'
  const frame = tlv.content?.frame?.replaceAll('-', ' ')
  if (frame) return `TLV with the body of an 802.11 frame: ${frame}`
  if (tlv.content?.format === '80211-elements') return 'TLV with 802.11 elements'
  if (!tlv.array) return tlv.size === 1 ? 'TLV of one byte' : `TLV of ${tlv.size} bytes`
  return tlv.size === 1 ? 'TLV with any number of bytes' : `TLV with any number of values of ${tlv.size} bytes`
}

const origin = ({typeSource}: TlvSpec): string =>
  typeSource === null || typeSource === 'doc' ? 'its page' : (SOURCES[typeSource] ?? typeSource)

const parents = (tlv: TlvSpec): string[] =>
  TLVS.filter(other => other.members.some(member => member.tlv === tlv.name)).map(other => other.name)

function tlvMatch(tlv: TlvSpec): Match {
  return {
    kind: 'tlv',
    name: tlv.name,
    value: tlv.type,
    text: text(tlv),
    source: tlv.source,
    details: details({
      type: tlv.type === null ? 'not public' : `${hex(tlv.type)}, from ${origin(tlv)}`,
      fields: tlv.fields.map(field),
      members: tlv.members.map(({tlv: name, multiple, optional}) => {
        const notes = [multiple ? 'repeated' : '', optional ? 'optional' : ''].filter(note => note !== '')
        return notes.length > 0 ? `${name} (${notes.join(', ')})` : `${name}`
      }),
      'older lengths': tlv.olderSizes.length > 0 ? tlv.olderSizes.map(size => `${size} bytes`) : null,
      'stands in': parents(tlv),
      'now called': tlv.renamedTo,
      models: tlv.models,
      notes: tlv.notes,
    }),
  }
}

/** A few names have small letters in them. */
const byUpperName: ReadonlyMap<string, TlvSpec> = new Map(TLVS.map(tlv => [tlv.name.toUpperCase(), tlv]))

export const tlvsNamed = ({name}: Question): Match[] =>
  [byUpperName.get(name) ?? byUpperName.get(`WDI_TLV_${name.replace(/^TLV_/, '')}`)]
    .filter(tlv => tlv !== undefined)
    .map(tlvMatch)

export const tlvsNumbered = (type: number): Match[] => (tlvsByType.get(type) ?? []).map(tlvMatch)

export const tlvNames = (): string[] => TLVS.map(tlv => tlv.name)
