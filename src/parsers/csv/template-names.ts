import {TEMPLATE_NAMES} from './template-names.data.js'

/** All of their names, in lower case. */
export const TEMPLATE_MEMBERS: readonly string[] = [
  ...new Set([...TEMPLATE_NAMES.values()].flatMap(events => [...events.values()].join(' ').toLowerCase().split(' '))),
]

/** Names of a manifest event's members in template order; null: the event is not known. */
export function templateNames(provider: string, eventId: number): readonly string[] | null {
  const names = TEMPLATE_NAMES.get(provider.toLowerCase())?.get(eventId)
  return names === undefined ? null : names === '' ? [] : names.split(' ')
}
