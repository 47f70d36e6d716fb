import type {SecurityClass} from '../sessions/session.js'
import {enumName} from '../wdi/enum-names.js'
import {codes} from '../wdi/spec.js'
import {DOT11_ASSOC_STATUS} from '../wdi/windot11.js'
import type {Bag, Row} from './bag.js'
import type {Code, Metrics} from './metrics.js'

const LISTED = 10
const ROAM_TRIGGER = 'WDI_ROAM_TRIGGER'

/** Why stations roamed, by the task's settings, the most frequent first. */
export function triggersOf(bag: Bag): Metrics['triggerMix']['sessions'] {
  return mostFrequent(bag.rows('trigger')).map(([[reason, roamTrigger], n]) => ({
    reason: reason as number | null,
    reasonName: nameIn('WDI_ASSOC_STATUS', reason),
    roamTrigger: roamTrigger as number | null,
    roamTriggerName: nameIn(ROAM_TRIGGER, roamTrigger),
    n,
  }))
}

/** The ten most frequent pairs of status and 802.11 code. */
export function codesOf(what: 'attempts' | 'disassociations', bag: Bag): Code[] {
  const rows = mostFrequent(bag.rows('code').filter(([[first]]) => first === what)).slice(0, LISTED)
  const classes = lastByRow(bag.rows('codeClass'))
  const vendors = lastByRow(bag.rows('codeVendor'))
  return rows.map(([row, n]) => {
    const [, set, status, code] = row as readonly [string, string, number | null, number | null]
    return {
      set,
      status,
      statusName: nameIn(set, status),
      code,
      // 0 stands for: no code of the access point.
      codeName: code ? (codes[what === 'attempts' ? 'statusCodes' : 'reasonCodes'].get(code) ?? null) : null,
      n,
      classes: (classes.get(JSON.stringify(row)) ?? []).map(([kind, m]) => ({
        class: kind as SecurityClass | null,
        n: m,
      })),
      vendors: (vendors.get(JSON.stringify(row)) ?? []).slice(0, LISTED).map(([prefix, m]) => ({
        prefix: prefix as string | null,
        n: m,
      })),
      example: bag.exampleOf('code', row),
    }
  })
}

type Part = readonly [Row[number], number]

/** Last members of rows that begin alike, the most frequent first. */
function lastByRow(rows: readonly (readonly [Row, number])[]): Map<string, Part[]> {
  const groups = new Map<string, Part[]>()
  for (const [row, n] of mostFrequent(rows)) {
    const key = JSON.stringify(row.slice(0, -1))
    const group = groups.get(key) ?? []
    group.push([row.at(-1) ?? null, n])
    groups.set(key, group)
  }
  return groups
}

/** Equal counts keep the order of their keys. */
function mostFrequent(rows: readonly (readonly [Row, number])[]): (readonly [Row, number])[] {
  return [...rows].sort((a, b) => b[1] - a[1])
}

/** The member without the name of its set; null: the number has no name. A reason of 0 is none, not a success. */
function nameIn(set: string, value: Row[number] | undefined): string | null {
  if (typeof value !== 'number' || (value === 0 && set !== ROAM_TRIGGER)) return null
  if (set === 'DOT11_ASSOC_STATUS') return [...DOT11_ASSOC_STATUS].find(([, number]) => number === value)?.[0] ?? null
  const name = enumName(set, value)
  return name?.startsWith(`${set}_`) ? name.slice(set.length + 1) : name
}
