/** Name under which a record of lost events leaves every parser, with event id 32, 33 or 34. */
export const RT_LOST_EVENT = 'RT_LostEvent'
/** Class of the records that the system writes where events of a real-time session were lost. */
export const RT_LOST_EVENT_GUID = '6a399ae0-4bc6-4de9-870b-3657f8947e7e'

const TYPES = new Map([
  ['rtlostevent', 32],
  ['rtlostbuffer', 33],
  ['rtlostfile', 34],
])

const SAID = new Map([
  [32, 'events were lost here'],
  [33, 'a buffer was lost here'],
  [34, 'a file of the session was lost here'],
])

/** Kind of loss, 32 to 34, that a class name or GUID and its type tell; null: another record. */
export function lossTypeOf(name: string, guid: string | null, type: string): number | null {
  if (guid !== RT_LOST_EVENT_GUID && !/^(?:rt[_ ]?)?lost[_ ]?event$/i.test(name.trim())) return null
  const known = TYPES.get(type.trim().toLowerCase()) ?? Number(type.trim())
  return known >= 32 && known <= 34 ? known : 32
}

/** What a record of that type says. */
export function lossText(type: number): string {
  return `${RT_LOST_EVENT}: ${SAID.get(type)}`
}
