/** One member of an event's payload as printed; `name` null: the export prints values alone. */
export interface Member {
  readonly name: string | null
  readonly value: string
}

/** Members that are bytes: kept as fields, of no use in a sentence. */
const BYTES = new Set(['Binary', 'EventPayload', 'BinaryEventData', 'raw'])

/**
 * Fields of a record, safe for any name; a name that comes again keeps its value as `name#2`, `name#3`, …
 * null where there are none.
 */
export function fieldsOf(members: readonly Member[], unnamed: string): Readonly<Record<string, string>> | null {
  if (members.length === 0) return null
  const fields: Record<string, string> = Object.create(null)
  let count = 0
  for (const {name, value} of members) {
    const wanted = name ?? `${unnamed}${++count}`
    let free = wanted
    for (let n = 2; free in fields; n++) free = `${wanted}#${n}`
    fields[free] = value
  }
  return fields
}

/**
 * A text for events without a rendered one: `name: value, name: value`. A single value stands alone, and so does
 * a member called Message, so that the lines of a driver's log read as the driver wrote them.
 */
export function textOf(members: readonly Member[]): string {
  const said = members.filter(({name, value}) => value !== '' && (name === null || !BYTES.has(name)))
  if (said.length === 1) return (said[0] as Member).value
  return said
    .map(({name, value}) => (name === null || name.toLowerCase() === 'message' ? value : `${name}: ${value}`))
    .join(', ')
}
