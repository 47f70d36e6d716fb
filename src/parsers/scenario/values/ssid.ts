import {ssidBytes} from '../../../wdi/octets.js'
import type {FieldReader} from '../grammar/field-reader.js'

const LONGEST = 32

/** SSIDs of `ssid=`; `*` is the wildcard. Null: not given. */
export function readSsids(fields: FieldReader): string[] | null {
  const ssids = fields.texts('ssid')
  const long = ssids?.find(ssid => ssidBytes(ssid).length > LONGEST)
  return long === undefined ? ssids : fields.fail(`ssid=${long} is longer than ${LONGEST} bytes`)
}

export function readSsid(fields: FieldReader): string | null {
  const ssids = readSsids(fields)
  if ((ssids?.length ?? 1) !== 1) fields.fail(`ssid= of ${fields.what} takes one value`)
  return ssids?.[0] ?? null
}
