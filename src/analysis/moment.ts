import type {Zone} from '../events/record.js'
import type {Micros} from '../events/units.js'

/** Beyond this a Date is invalid; damaged stamps get there. */
const lastDateUs = 8.64e18

/** A point in time on the trace's own clock: `14:18:30.391`, or `30.391 s` from the zero of a relative trace. */
export function clockTime(us: Micros, zone: Zone): string {
  if (zone === 'relative' || Math.abs(us) > lastDateUs) return `${(Math.floor(us / 1000) / 1000).toFixed(3)} s`
  return iso(us).slice(-13, -1)
}

/** `2026-03-02`; empty for relative traces. */
export function calendarDay(us: Micros, zone: Zone): string {
  if (zone === 'relative' || Math.abs(us) > lastDateUs) return ''
  return iso(us).slice(0, -14)
}

/** With the day, for sentences that stand alone. */
export function fullTime(us: Micros, zone: Zone): string {
  const day = calendarDay(us, zone)
  return day === '' ? clockTime(us, zone) : `${day} ${clockTime(us, zone)}`
}

const iso = (us: Micros) => new Date(Math.floor(us / 1000)).toISOString()
