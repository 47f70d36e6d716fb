import {DOT11_ASSOC_STATUS} from '../windot11.js'
import {details, type Match, type Question} from './match.js'
import {inWords} from './words.js'

/** Native 802.11 statuses; those of a peer carry its code in the low 16 bits. */
export function legacyStatuses({name, number}: Question): Match[] {
  const wanted = name.replace(/^DOT11_ASSOC_STATUS_/, '')
  return [...DOT11_ASSOC_STATUS]
    .filter(([member, value]) =>
      number === null
        ? member === wanted && name !== wanted
        : value === number || (value >= 0x10000 && value === (number & ~0xffff)),
    )
    .map(([member, value]) => ({
      kind: 'enum-member' as const,
      name: `DOT11_ASSOC_STATUS_${member}`,
      value: number ?? value,
      text: `status of Native 802.11: ${inWords(member)}`,
      source: 'network/dot11-assoc-status-status-codes',
      details: details({
        set: 'DOT11_ASSOC_STATUS',
        code: number !== null && value >= 0x10000 ? `802.11 code ${number & 0xffff}` : null,
      }),
    }))
}
