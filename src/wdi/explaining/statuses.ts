import statusesJson from '../spec/ntstatus.json' with {type: 'json'}
import {details, hex, type Match, type Question} from './match.js'

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

export const statusNames = (): string[] => statusesJson.statuses.map(status => status.name)
