import type {KnownName} from '../etw/software-trace.js'
import type {Skim} from '../parser.js'
import {NAMES_IN_EVENTS, NAMES_IN_OBJECTS, NAMES_IN_TAGS} from './element-names.js'
import type {Kernel} from './kernel.js'
import type {ElementLayout, LineLayout, ObjectLayout, RowLayout} from './layouts.js'
import {AFTER, BEFORE, COLUMNS, DATE, ELEMENT_NAME_SIZE, ELEMENT_NAMES, NAME_SIZE, NAMES} from './memory.js'
import type {TimeLayout} from './time-layout.js'

/** Tells the kernel how records look; null: it cannot know. */
export function writeLayout(kernel: Kernel, kind: Skim['kind'], layout: ReturnType<Skim['layout']>): void {
  kernel.setLost(layout === null)
  if (layout === null) {
    if (kind === 'lines') kernel.headLayout(0, 0, false)
    return
  }
  writeNames(kernel, layout.notSoftware)
  if (kind === 'lines') writeLines(kernel, layout as LineLayout)
  else if (kind === 'rows') writeRows(kernel, layout as RowLayout)
  else if (kind === 'elements') writeEvents(kernel, layout as ElementLayout)
  else writeElements(kernel, kind === 'objects' ? NAMES_IN_OBJECTS : NAMES_IN_TAGS, layout as ObjectLayout)
}

function writeLines(kernel: Kernel, {date, fraction, blank}: LineLayout): void {
  writeText(kernel, DATE, date)
  kernel.headLayout(date.length, fraction, blank)
}

function writeRows(kernel: Kernel, {columns, fewest, delimiter, tracerpt, time}: RowLayout): void {
  kernel.bytes.set(columns, COLUMNS)
  kernel.columnLayout(columns.length, fewest, delimiter.charCodeAt(0), tracerpt)
  if (time !== null) writeTime(kernel, time)
}

function writeEvents(kernel: Kernel, layout: ElementLayout): void {
  kernel.eventLayout(layout.logged)
  writeElements(kernel, NAMES_IN_EVENTS, layout)
}

function writeElements(kernel: Kernel, names: readonly string[], {time}: ObjectLayout): void {
  for (const [i, name] of names.entries()) {
    const at = ELEMENT_NAMES + i * ELEMENT_NAME_SIZE
    kernel.bytes[at] = name.length
    writeText(kernel, at + 1, name)
  }
  writeTime(kernel, time)
}

function writeTime(kernel: Kernel, {before, after, fraction, halfDays, shortHours}: TimeLayout): void {
  writeText(kernel, BEFORE, before)
  writeText(kernel, AFTER, after)
  const [first, last] = halfDays ? [1, 12] : [0, 23]
  kernel.setTime(before.length, after.length, fraction, first, last, shortHours)
}

function writeNames(kernel: Kernel, names: readonly KnownName[]): void {
  for (const [i, {name, whole, telling}] of names.entries()) {
    const at = NAMES + i * NAME_SIZE
    kernel.bytes[at] = name.length
    kernel.bytes[at + 1] = (whole ? 1 : 0) | (telling ? 2 : 0)
    writeText(kernel, at + 2, name)
  }
  kernel.setNames(names.length)
}

function writeText({bytes}: Kernel, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i)
}
