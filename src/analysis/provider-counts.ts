import type {TraceRecord} from '../events/record.js'
import type {Micros} from '../events/units.js'

export interface ProviderCount {
  /** null: the records name none. */
  readonly name: string | null
  readonly guid: string | null
  records: number
  wifiRecords: number
  undecoded: number
  firstUs: Micros | null
  lastUs: Micros | null
}

/** Different providers kept; a file with more has no real provider column. */
const MOST = 1000
const OTHERS = '(other providers)'

/** Records by provider, or by message GUID where nothing else is known. */
export class ProviderCounts {
  readonly #counts = new Map<string, ProviderCount>()

  count(record: TraceRecord, wifi: boolean): void {
    const count = this.#of(record.provider || null, record.providerGuid)
    count.records++
    if (wifi) count.wifiRecords++
    if (record.undecoded !== null) count.undecoded++
    if (record.atUs === null) return
    if (count.firstUs === null || record.atUs < count.firstUs) count.firstUs = record.atUs
    if (count.lastUs === null || record.atUs > count.lastUs) count.lastUs = record.atUs
  }

  /** In the order in which they were met. */
  all(): readonly ProviderCount[] {
    return [...this.#counts.values()]
  }

  /** So many that it matters in which order they are met. */
  get full(): boolean {
    return this.#counts.size >= MOST
  }

  /** Records behind those that were counted so far. */
  join(others: readonly ProviderCount[]): void {
    for (const other of others) {
      const count = this.#of(other.name, other.guid)
      count.records += other.records
      count.wifiRecords += other.wifiRecords
      count.undecoded += other.undecoded
      if (other.firstUs !== null) count.firstUs = Math.min(count.firstUs ?? other.firstUs, other.firstUs)
      if (other.lastUs !== null) count.lastUs = Math.max(count.lastUs ?? other.lastUs, other.lastUs)
    }
  }

  /** Most records first, then by name. */
  list(): readonly ProviderCount[] {
    const label = ({name, guid}: ProviderCount) => name ?? guid ?? ''
    return [...this.#counts.values()].sort((a, b) => b.records - a.records || (label(a) < label(b) ? -1 : 1))
  }

  #of(name: string | null, guid: string | null): ProviderCount {
    const key = name ?? guid ?? ''
    const known = this.#counts.get(key)
    if (known !== undefined) return known
    if (this.#counts.size >= MOST && name !== OTHERS) return this.#of(OTHERS, null)
    const count = {name, guid, records: 0, wifiRecords: 0, undecoded: 0, firstUs: null, lastUs: null}
    this.#counts.set(key, count)
    return count
  }
}
