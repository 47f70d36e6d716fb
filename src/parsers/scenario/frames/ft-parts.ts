import type {Hex} from '../../../events/units.js'
import {hexText} from '../../../wdi/octets.js'
import type {FtParts} from '../events/task-facts.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {labelBytes, labelText} from '../values/labels.js'

export const MIC_BYTES = 16
export const NONCE_BYTES = 32
export const PMKID_BYTES = 16
const MOBILITY_DOMAIN_BYTES = 2

/** A label as hex digits of `length` bytes; written bytes must have that length. */
export function labelHex(fields: FieldReader, key: string, length: number): Hex | null {
  const label = fields.text(key)
  return label === null ? null : toLabelHex(fields, key, label, length)
}

export function toLabelHex(fields: FieldReader, key: string, label: string, length: number): Hex {
  try {
    return hexText(labelBytes(label, length))
  } catch (error) {
    return fields.fail(`${key}= of ${fields.what}: ${(error as Error).message}`)
  }
}

/** `mde= pmkr0= snonce= r0kh=`. */
export function readFtParts(fields: FieldReader): FtParts {
  const r0kh = fields.text('r0kh')
  const name = r0kh === null ? null : labelText(r0kh)
  if (name !== null && (name.length === 0 || name.length > 48)) fields.fail('r0kh= takes 1 to 48 bytes')
  return {
    mde: labelHex(fields, 'mde', MOBILITY_DOMAIN_BYTES),
    pmkr0: labelHex(fields, 'pmkr0', PMKID_BYTES),
    snonce: labelHex(fields, 'snonce', NONCE_BYTES),
    r0kh: name === null ? null : hexText(name),
  }
}

/** Unremarkable parameters, where nothing else says what they are. */
export const ANY_FT_PARTS: {readonly [K in keyof FtParts]: Hex} = {
  mde: hexText(labelBytes('mobility domain', MOBILITY_DOMAIN_BYTES)),
  pmkr0: hexText(labelBytes('PMKR0Name', PMKID_BYTES)),
  snonce: hexText(labelBytes('SNonce', NONCE_BYTES)),
  r0kh: hexText(labelText('r0kh')),
}

/** Each part from the first source that says it. */
export function firstFtParts(...sources: readonly (FtParts | null)[]): {readonly [K in keyof FtParts]: Hex} {
  const first = (key: keyof FtParts): Hex =>
    sources.map(source => source?.[key] ?? null).find(value => value !== null) ?? ANY_FT_PARTS[key]
  return {mde: first('mde'), pmkr0: first('pmkr0'), snonce: first('snonce'), r0kh: first('r0kh')}
}
