import {NOT_SOFTWARE} from '../etw/software-trace.js'
import type {LineLayout} from '../scan/layouts.js'
import type {StampShape} from '../stamps.js'
import {classify} from './classify.js'
import type {Head} from './head.js'

/** Characters of the date in front of the hours; stamps of other shapes are read one by one. */
const DATE_LENGTH: Readonly<Partial<Record<StampShape, number>>> = {mdy: 11, mdy2: 9, ymd: 11, 'ymd-slash': 11}

/** Tells how lines begin; gives the same object as long as they begin alike. */
export function layoutReader(): (line: string, head: Head, dumped: boolean) => LineLayout | null {
  let known: LineLayout | null = null
  return (line, {stamp, blank, message}, dumped) => {
    const length = stamp === null ? undefined : DATE_LENGTH[stamp.shape]
    if (stamp === null || length === undefined) return null
    // What has no message does not show whether a blank goes in front of it.
    if (message >= line.length) return known
    const {digits} = stamp
    const from = stamp.end - (digits === 0 ? 0 : digits + 1) - 8 - length
    const format = classify(stamp, blank, false, dumped)
    if (
      known === null ||
      known.blank !== blank ||
      known.fraction !== digits ||
      known.format !== format ||
      !line.startsWith(known.date, from)
    ) {
      const date = line.slice(from, from + length)
      known = {format, date, fraction: digits, blank, notSoftware: NOT_SOFTWARE}
    }
    return known
  }
}
