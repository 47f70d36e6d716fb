/** A field as the notation writes it, `key=value` or a word; or a group of fields that injections look into. */
export type Field = string | Group

export interface Group {
  /** `request{…}`; `entries`: the candidates of a task; null: a member `(…)`. */
  readonly name: string | null
  fields: Field[]
}

export const group = (name: string, ...fields: Field[]): Group => ({name, fields})
export const item = (...fields: Field[]): Group => ({name: null, fields})

export function writeField(field: Field): string {
  if (typeof field === 'string') return field
  const inner = field.fields.map(writeField).join(' ')
  if (field.name === null) return `(${inner})`
  return field.name === 'entries' ? `entries=${inner}` : `${field.name}{${inner}}`
}

/** Sets `key=value` in place, or adds it in front of the first group (a list ends at the next key). */
export function setField(fields: Field[], key: string, value: string | number): void {
  const at = fields.findIndex(field => typeof field === 'string' && field.startsWith(`${key}=`))
  if (at >= 0) fields[at] = `${key}=${value}`
  else fields.push(`${key}=${value}`)
}

/** The text after `key=`; undefined where the key is not there. */
export function fieldOf(fields: readonly Field[], key: string): string | undefined {
  const found = fields.find(field => typeof field === 'string' && field.startsWith(`${key}=`))
  return typeof found === 'string' ? found.slice(key.length + 1) : undefined
}

/** Takes out a key, a word, or a word with something in parentheses behind it. */
export function dropField(fields: Field[], key: string): boolean {
  const at = fields.findIndex(field =>
    typeof field === 'string'
      ? field === key || field.startsWith(`${key}=`) || field.startsWith(`${key}(`)
      : field.name === key,
  )
  if (at >= 0) fields.splice(at, 1)
  return at >= 0
}

/** The group of that name; null asks for members `(…)`, of which it gives the n-th. */
export function groupOf(fields: readonly Field[], name: string | null, index = 0): Group | undefined {
  const groups = fields.filter((field): field is Group => typeof field !== 'string' && field.name === name)
  return groups[index]
}
