import type {EventSpec} from './event-tables.js'

/** Lines that say something, runs of blanks as one. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')

const GUID = /\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?/i

/**
 * Values of an event's members from its rendered text, by member name. Windows translates labels and keeps their order,
 * so that lines are told by place; by their English label where Windows of another version has other lines.
 */
export function renderedValues(spec: EventSpec, message: string): ReadonlyMap<string, string> {
  const printed = lines(message)
  const older = spec.older === null ? [] : lines(spec.older)
  const templates = older[0] === printed[0] && older.length > 0 ? older : lines(spec.text)
  const values = new Map<string, string>()
  if (templates.length === 1) {
    const found = oneLine(spec)?.exec(printed.join(' '))
    for (const [i, place] of placesOf(spec.text).entries()) put(values, spec, place, found?.[i + 1])
    return values
  }
  const byPlace = inPlace(spec, templates, printed)
  for (const [i, template] of templates.entries()) {
    const places = placesOf(template)
    const [place, ...others] = places
    if (i === 0 || place === undefined || (others.length > 0 && !isRow(template))) continue
    const line = byPlace ? printed[i] : printed.find(one => label(one) === label(template))
    const value = line === undefined ? undefined : valueIn(line)
    if (others.length === 0) put(values, spec, place, value)
    else for (const [j, cell] of (value ?? '').split(' ').entries()) put(values, spec, places[j] ?? 0, cell)
  }
  return values
}

function put(values: Map<string, string>, {members}: EventSpec, place: number, value: string | undefined): void {
  const member = members[place - 1]
  if (member !== undefined && value !== undefined && value !== '') values.set(member.name, value)
}

/** Does the line that should hold the GUID hold one? Then the others are where they should be. */
function inPlace({members}: EventSpec, templates: readonly string[], printed: readonly string[]): boolean {
  const guid = templates.findIndex(template => placesOf(template).some(place => members[place - 1]?.type === 'g'))
  return guid < 0 ? printed.length === templates.length : GUID.test(printed[guid] ?? '')
}

/** Places of members in a text: `%3` is 3. */
const placesOf = (text: string): number[] => [...text.matchAll(/%(\d+)/g)].map(([, place]) => Number(place))

/** `Code: %1 %2 %3`: values with blanks between them, and nothing else. */
const isRow = (template: string): boolean => /^[^%:]+: %\d+(?: %\d+)+$/.test(template)

/** Colons of Chinese and Japanese are wide. */
const label = (line: string): string => (line.split(/[:\uff1a]/, 1)[0] as string).trim().toLowerCase()

function valueIn(line: string): string {
  const colon = line.search(/[:\uff1a]/)
  return colon < 0 ? '' : line.slice(colon + 1).trim()
}

/** As one line of English text, blanks collapsed, is recognised; null: it consists of hardly anything but values. */
export function oneLine({text}: EventSpec): RegExp | null {
  const pieces = lines(text)[0]?.split(/%\d+/) ?? []
  if (pieces.join('').replace(/\W/g, '').length < 6) return null
  const escaped = pieces.map(piece =>
    piece
      .trim()
      .replace(/[.*+?^${}|\\]/g, '\\$&')
      // Published lines have brackets of both kinds, with a blank or without.
      .replace(/ ?[[(] ?/g, ' ?[\\[(] ?')
      .replace(/ ?[\])]/g, ' ?[\\])]'),
  )
  return new RegExp(`^${escaped.join(' ?(.{0,300}?) ?')}$`, 'i')
}

/** One line of a rendered text as `oneLine` expects it. */
export const asOneLine = (message: string): string => lines(message).join(' ')
