import {hexText} from '../../../wdi/octets.js'
import {labelBytes} from './labels.js'

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** Scenarios name activities, columns of exports hold GUIDs: the same name always gives the same one. */
export function activityGuid(name: string): string {
  const written = GUID.exec(name)?.[1]
  if (written !== undefined) return `{${written.toLowerCase()}}`
  const hex = hexText(labelBytes(name, 16))
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}}`
}
