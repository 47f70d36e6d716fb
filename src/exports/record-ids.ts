import type {ExportRecord} from './export-record.js'

/** Ids of event log records, from 1. The same record twice, as merged files have it, keeps its id. */
export function recordIds(records: readonly ExportRecord[]): number[] {
  const known = new Map<string, number>()
  return records.map((record, index) => {
    const key = JSON.stringify(record)
    const id = known.get(key) ?? index + 1
    known.set(key, id)
    return id
  })
}
