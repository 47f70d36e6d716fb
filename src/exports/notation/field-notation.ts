import type {Atom, Field} from '../../parsers/scenario/grammar/notation.js'

/** Fields of a record in the notation that they were read from, separated by blanks. */
export const printFields = (fields: readonly Field[]): string => fields.map(printField).join(' ')

function printField(field: Field): string {
  switch (field.kind) {
    case 'word':
      return field.negated ? `no ${field.text}` : field.text
    case 'number':
      return field.text
    case 'pair':
      return `${field.key}=${printAtoms(field.atoms)}`
    case 'entries':
      return `entries=${printFields(field.entries)}`
    case 'group':
      // Numbers stand in parentheses only; words and pairs may.
      return `${field.key}(${printFields(field.fields)})`
    case 'item':
      return `(${printFields(field.fields)})`
  }
}

const printAtoms = (atoms: readonly Atom[]): string =>
  atoms.length === 1 ? printAtom(atoms[0] as Atom) : `[${atoms.map(printAtom).join(',')}]`

export const printAtom = ({text, quoted}: Atom): string => (quoted ? `"${text}"` : text)
