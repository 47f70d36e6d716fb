import {ELEMENT_NAMES, EXTENSION_NAMES} from '../element-names.js'
import eventsJson from '../spec/autoconfig-events.json' with {type: 'json'}
import wordsJson from '../spec/code-words.json' with {type: 'json'}
import statusesJson from '../spec/ntstatus.json' with {type: 'json'}
import {codes} from '../spec.js'
import {details, hex, type Match, type Question} from './match.js'
import {inWords} from './words.js'

type CodeSet = 'statusCodes' | 'reasonCodes'

const words: Readonly<Record<CodeSet, ReadonlyMap<string, string>>> = {
  statusCodes: new Map(Object.entries(wordsJson.statusCodes)),
  reasonCodes: new Map(Object.entries(wordsJson.reasonCodes)),
}

/** 802.11 status codes or reason codes, by number or short name. */
export function codesFor(set: CodeSet, {name, number}: Question): Match[] {
  return [...codes[set]]
    .filter(([code, short]) => (number === null ? short === name : code === number))
    .map(([code, short]) => ({
      kind: set === 'statusCodes' ? ('status-code' as const) : ('reason-code' as const),
      name: short,
      value: code,
      text: `802.11 ${set === 'statusCodes' ? 'status' : 'reason'} code: ${words[set].get(String(code)) ?? inWords(short)}`,
      source: set === 'statusCodes' ? 'IEEE 802.11-2020 § 9.4.1.9' : 'IEEE 802.11-2020 § 9.4.1.7',
      details: {},
    }))
}

const bareStatus = (name: string): string => name.replace(/^(NDIS_)?STATUS_(NDIS_)?/, '')

/** NTSTATUS and NDIS_STATUS, by number or by name with or without its prefix. */
export function statusesFor({name, number}: Question): Match[] {
  return statusesJson.statuses
    .filter(status =>
      number === null
        ? status.name === name || bareStatus(status.name) === bareStatus(name)
        : status.value === number >>> 0,
    )
    .map(({name: full, value, text}) => ({
      kind: 'ntstatus' as const,
      name: full,
      value,
      text,
      source: full.startsWith('NDIS_') ? 'ndis.h' : 'ntstatus.h',
      details: details({value: hex(value, 8)}),
    }))
}

const AUTOCONFIG = 'Microsoft-Windows-WLAN-AutoConfig'

/** The reset of a hung driver is logged by NDIS in the system log. */
const RESET_RECOVERY: Match = {
  kind: 'event',
  name: 'System log 5002',
  value: 5002,
  text: 'reset recovery: Windows reset the driver that hung or asked for it',
  source: 'network/wdi-le-hang-detection',
  details: {},
}

/** AutoConfig events by id. */
export function eventsFor({number}: Question): Match[] {
  if (number === null) return []
  const events = eventsJson.events
    .filter(event => event.id === number)
    .map(({id, level, title, fields}) => ({
      kind: 'event' as const,
      name: `${AUTOCONFIG} ${id}`,
      value: id,
      text: title,
      source: `${AUTOCONFIG} manifest`,
      details: details({level, fields}),
    }))
  return number === RESET_RECOVERY.value ? [RESET_RECOVERY, ...events] : events
}

/** 802.11 elements by id, by 255/extension, or by name. */
export function elementsFor({name, number}: Question): Match[] {
  const known = [
    ...[...ELEMENT_NAMES].map(([id, title]) => ({label: String(id), id, title})),
    ...[...EXTENSION_NAMES].map(([extension, title]) => ({label: `255/${extension}`, id: 255, title})),
  ]
  return known
    .filter(({label, title}) =>
      number === null ? title.toUpperCase() === name || label === name : label === String(number),
    )
    .map(({label, id, title}) => ({
      kind: 'element' as const,
      name: title,
      value: id,
      text: `802.11 element ${label}`,
      source: 'IEEE 802.11-2020 table 9-92',
      details: {},
    }))
}

export const codeNames = (): string[] => [
  ...codes.statusCodes.values(),
  ...codes.reasonCodes.values(),
  ...statusesJson.statuses.map(status => status.name),
]
