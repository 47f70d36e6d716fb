import {extendedCapabilities, ftElement, mobilityDomainElement, oweDhElement} from '../../../wdi/frame-builders.js'
import type {Station} from '../events/station.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {labelText} from '../values/labels.js'
import {elementBytes, matchesElement, readElements} from '../values/wanted-element.js'
import type {EntryFacts} from './entry-facts.js'
import {ANY_ANONCE} from './ft-blob.js'
import {firstFtParts} from './ft-parts.js'

const EXTENDED_CAPABILITIES = 127

/** Mobility domain and FT element as the FT exchange with this AP left them. */
export function ftElements(entry: EntryFacts, station: Station): Uint8Array[] {
  const exchange = entry.bssid === null ? undefined : station.ft.get(entry.bssid)
  const parts = firstFtParts(exchange ?? null, station.ftParts(entry.bssid))
  return [
    mobilityDomainElement(parts.mde),
    ftElement({anonce: exchange?.anonce ?? ANY_ANONCE, snonce: parts.snonce, r0khId: parts.r0kh}),
  ]
}

/** Extended capabilities, then the host's other elements. */
export function readExtras(fields: FieldReader, entry: EntryFacts, station: Station, truncated: boolean): Uint8Array[] {
  const missing = readElements(fields, 'missing')
  const extras = station.extraElements(entry.bssid).filter(extra => !missing.some(gone => matchesElement(extra, gone)))
  const bits = fields.numbers('ext-cap', {max: 250 * 8})
  const absent = fields.word('ext-cap') === false
  if (truncated) return bits === null ? [] : [extendedCapabilities(bits)]
  const others = extras.filter(extra => extra.id !== EXTENDED_CAPABILITIES).map(elementBytes)
  if (absent) return others
  const hostBits = extras.filter(extra => extra.id === EXTENDED_CAPABILITIES).flatMap(extra => bitsOf(extra.content))
  return [extendedCapabilities(bits ?? [...(station.task?.capabilityBits ?? []), ...hostBits]), ...others]
}

const bitsOf = (bytes: Uint8Array): number[] =>
  [...bytes].flatMap((byte, i) => [0, 1, 2, 3, 4, 5, 6, 7].filter(bit => (byte >> bit) & 1).map(bit => 8 * i + bit))

/** The latest OWE element of the host, unless the line says another or none. */
export function readOwe(fields: FieldReader, station: Station, truncated: boolean): Uint8Array | null {
  const label = fields.text('owe-dh')
  const absent = fields.word('owe-dh') === false
  if (label !== null) return oweDhElement(labelText(label))
  return absent || truncated || station.owePublicKey === null ? null : oweDhElement(station.owePublicKey)
}
