import {ELEMENT_NAMES, EXTENSION_NAMES} from '../element-names.js'
import type {Match, Question} from './match.js'

/** 802.11 elements by id, by 255/extension, or by name. */
export function elementsFor({name, number}: Question): Match[] {
  const known = [
    ...[...ELEMENT_NAMES].map(([id, title]) => ({label: String(id), id, title})),
    ...[...EXTENSION_NAMES].map(([extension, title]) => ({label: `255/${extension}`, id: 255, title})),
  ]
  return known
    .filter(({label, title}) =>
      number === null ? title.toUpperCase() === name || label === name : label === String(number),
    )
    .map(({label, id, title}) => ({
      kind: 'element' as const,
      name: title,
      value: id,
      text: `802.11 element ${label}`,
      source: 'IEEE 802.11-2020 table 9-92',
      details: {},
    }))
}
