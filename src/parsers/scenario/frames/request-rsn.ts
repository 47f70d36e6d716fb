import type {Hex} from '../../../events/units.js'
import {rsnElement} from '../../../wdi/frame-builders.js'
import type {Station} from '../events/station.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {agreeingAkm, parseAkm, usesRsn} from '../values/akm.js'
import type {EntryFacts} from './entry-facts.js'
import {PMKID_BYTES, toLabelHex} from './ft-parts.js'

const MFP_CAPABLE = 1 << 7
const SPP_AMSDU_CAPABLE = 1 << 10

/** The RSN element, where the algorithm uses one or the line says something of it. */
export function readRsn(
  fields: FieldReader,
  entry: EntryFacts,
  station: Station,
  ft: boolean,
  truncated: boolean,
): Uint8Array | null {
  const {task} = station
  const auth = entry.auth || (task?.auth[0] ?? 0)
  const said = fields.word('rsn')
  const texts = fields.texts('pmkids')
  const pmkids =
    texts?.map(label => toLabelHex(fields, 'pmkids', label, PMKID_BYTES)) ?? given(station.pmkid(entry.bssid))
  const mfp = fields.bit('mfp')
  const spp = fields.bit('spp-amsdu')
  const hasCapabilities = fields.word('rsn-caps') !== false
  const akmText = fields.text('akm')
  const ciphers = entry.unicastCipher === 0 ? (task?.unicastCiphers ?? []) : [entry.unicastCipher]
  const pair =
    (akmText === null ? entry.akm : parseAkm(fields, 'akm', akmText)) ??
    agreeingAkm(auth, ft, task?.pairs ?? [], ciphers)
  const details = [texts, mfp, spp, akmText].some(detail => detail !== null)
  const present = said ?? (truncated ? details : usesRsn(auth) || details)
  if (!present) return null
  const capabilities = ((mfp ?? Number(task?.mfp ?? false)) ? MFP_CAPABLE : 0) | (spp ? SPP_AMSDU_CAPABLE : 0)
  return rsnElement({
    group: entry.multicastCipher || (task?.multicastCiphers[0] ?? 4),
    pairwise: [pair.cipher],
    akms: [pair.akm],
    capabilities: hasCapabilities ? capabilities : null,
    pmkids,
  })
}

const given = (pmkid: Hex | null): Hex[] => (pmkid === null ? [] : [pmkid])
