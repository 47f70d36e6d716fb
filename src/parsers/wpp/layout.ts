import {NOT_SOFTWARE} from '../etw/software-trace.js'
import type {LineLayout} from '../scan/layouts.js'
import type {Stamp, StampShape} from '../stamps.js'
import {classify} from './classify.js'
import type {Head} from './head.js'

/** Characters of the date in front of the hours; stamps of other shapes are read one by one. */
const DATE_LENGTH: Readonly<Partial<Record<StampShape, number>>> = {mdy: 11, mdy2: 9, ymd: 11, 'ymd-slash': 11}

/** The date in front of the hours of a stamp that was read; null: it is of another shape. */
export function dateOf(line: string, stamp: Stamp | null): string | null {
  const length = stamp === null ? undefined : DATE_LENGTH[stamp.shape]
  if (stamp === null || length === undefined) return null
  const hours = stamp.end - (stamp.digits === 0 ? 0 : stamp.digits + 1) - 8
  return line.slice(hours - length, hours)
}

/** Tells how lines begin; gives the same object as long as they begin alike. */
export function layoutReader(): (line: string, head: Head, dumped: boolean) => LineLayout | null {
  let known: LineLayout | null = null
  return (line, {stamp, blank, message}, dumped) => {
    const date = dateOf(line, stamp)
    if (stamp === null || date === null) return null
    // What has no message does not show whether a blank goes in front of it.
    if (message >= line.length) return known
    const {digits: fraction} = stamp
    const format = classify(stamp, blank, false, dumped)
    if (known?.date !== date || known.blank !== blank || known.fraction !== fraction || known.format !== format) {
      known = {format, form: 'listing', date, fraction, point: '.', blank, notSoftware: NOT_SOFTWARE}
    }
    return known
  }
}
