import type {Mac} from '../../../events/units.js'
import {associationRequest, element, multiLinkElement, ssidElement} from '../../../wdi/frame-builders.js'
import type {Station} from '../events/station.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {readSsid} from '../values/ssid.js'
import {cutFrame} from './cut.js'
import type {EntryFacts} from './entry-facts.js'
import {ftElements, readExtras, readOwe} from './request-elements.js'
import {readRsn} from './request-rsn.js'

/** Address of the station's own MLD, in the Multi-Link element of its requests. */
const STA_MLD: Mac = '02:00:00:00:00:ff'
/** Current AP of a reassociation when the scenario never said where the port was associated. */
const SOME_AP: Mac = '02:00:00:00:fe:01'
const RATES = element(1, Uint8Array.of(0x8c, 0x12, 0x98, 0x24, 0xb0, 0x48, 0x60, 0x6c))

export interface Request {
  readonly bytes: Uint8Array
  readonly multiLink: boolean
  /** MLD address of the AP, said here but carried by the response. */
  readonly mld: Mac | null
}

/** Body of the (re)association request of a result entry, scenario.md 5.3. */
export function readRequest(fields: FieldReader, entry: EntryFacts, station: Station): Request {
  const truncated = fields.has('truncated')
  const form = readForm(fields, entry)
  const ssid = readSsid(fields)
  const multiLink = fields.word('multi-link') === true
  const ft = fields.word('fte') === true
  const optional = [
    readRsn(fields, entry, station, ft, truncated),
    ...(ft ? ftElements(entry, station) : []),
    ...readExtras(fields, entry, station, truncated),
    readOwe(fields, station, truncated),
    multiLink ? multiLinkElement({mldAddress: STA_MLD}) : null,
  ]
  const mld = fields.addressOf('mld')
  fields.done()
  const first = truncated && ssid === null ? [] : [ssidElement(ssid ?? station.ssid)]
  const elements = [...first, RATES, ...optional.filter(part => part !== null)]
  const body = associationRequest({form, currentAp: station.lastPeer ?? SOME_AP, elements})
  return {bytes: truncated ? cutFrame(body) : body, multiLink, mld}
}

function readForm(fields: FieldReader, entry: EntryFacts): 'assoc' | 'reassoc' | 'both' {
  const kind = fields.text('kind') ?? (entry.reassociation ? 'reassoc' : 'assoc')
  if (kind !== 'assoc' && kind !== 'reassoc' && kind !== 'both')
    fields.fail(`kind=${kind} is none of assoc, reassoc, both`)
  return kind
}
