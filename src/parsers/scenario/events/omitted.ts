import {tlvByName} from '../../../wdi/spec.js'
import type {FieldReader} from '../grammar/field-reader.js'

/** Full names of the TLVs that `without=` takes away. */
export function omitted(fields: FieldReader): string[] {
  const names = fields.texts('without') ?? []
  const unknown = names.find(name => !tlvByName.has(name))
  if (unknown === undefined) return names
  return fields.fail(`"${unknown}" after without= is no TLV: it takes names like WDI_TLV_BSSID`)
}

export const omits = (fields: FieldReader, tlv: string): boolean => omitted(fields).includes(`WDI_TLV_${tlv}`)
