import type {KnownName} from '../etw/software-trace.js'
import type {Skim} from '../parser.js'
import {NAMES_IN_EVENTS, NAMES_IN_OBJECTS, NAMES_IN_TAGS} from './element-names.js'
import type {Kernel} from './kernel.js'
import {
  type BlockLayout,
  type ClassLayout,
  type ElementLayout,
  type JsonLayout,
  LINE_FORM,
  type LineLayout,
  type ObjectLayout,
  type RowLayout,
  STYLE,
} from './layouts.js'
import {
  AFTER,
  BEFORE,
  COLUMNS,
  DATE,
  ELEMENT_NAME_SIZE,
  ELEMENT_NAMES,
  JSON_NAME_SIZE,
  JSON_NAMES,
  NAME_SIZE,
  NAME_TEXT,
  NAME_TEXT_SIZE,
  NAMES,
} from './memory.js'
import type {TimeLayout} from './time-layout.js'

/** Tells the kernel how records look; null: it cannot know. */
export function writeLayout(kernel: Kernel, kind: Skim['kind'], layout: ReturnType<Skim['layout']>): void {
  kernel.setLost(layout === null)
  if (layout === null) {
    if (kind === 'lines') kernel.headLayout(0, 0, false)
    return
  }
  if ('classes' in layout) {
    writeClasses(kernel, layout)
    return
  }
  writeNames(kernel, layout.notSoftware)
  if (kind === 'lines') writeLines(kernel, layout as LineLayout | BlockLayout)
  else if (kind === 'rows') writeRows(kernel, layout as RowLayout)
  else if (kind === 'elements') writeEvents(kernel, layout as ElementLayout)
  else if (kind === 'json') writeJson(kernel, layout as JsonLayout)
  else writeElements(kernel, kind === 'objects' ? NAMES_IN_OBJECTS : NAMES_IN_TAGS, layout as ObjectLayout)
}

function writeLines(kernel: Kernel, layout: LineLayout | BlockLayout): void {
  const point = layout.form === 'blocks' ? '.' : layout.point
  kernel.lineForm(LINE_FORM[layout.form], point.charCodeAt(0))
  if (layout.form === 'blocks') {
    writeTime(kernel, layout.time)
    return
  }
  const {date, fraction, blank} = layout
  writeText(kernel, DATE, date)
  kernel.headLayout(date.length, fraction, blank)
}

function writeRows(kernel: Kernel, {columns, fewest, delimiter, style, names, time}: RowLayout): void {
  kernel.bytes.set(columns, COLUMNS)
  kernel.columnLayout(columns.length, fewest, delimiter.charCodeAt(0), STYLE[style])
  if (names.some(name => mayMatter(kernel, name))) kernel.setLost(true)
  if (time !== null) writeTime(kernel, time)
}

/** Rows of classes that are not told have to be read. */
function writeClasses(kernel: Kernel, {classes}: ClassLayout): void {
  kernel.columnLayout(0, 0, 0, STYLE.classes)
  kernel.clearClasses()
  for (const {name, columns, software, undecoded} of classes) {
    if (!isWritable(name) || columns.some(column => mayMatter(kernel, column))) continue
    writeText(kernel, NAME_TEXT, name)
    kernel.addClass(name.length, (software ? 1 : 0) | (undecoded ? 2 : 0))
  }
}

/** Whether a name that is in records and not in the file may be what somebody looks for. */
function mayMatter(kernel: Kernel, name: string): boolean {
  if (!isWritable(name)) return true
  writeText(kernel, NAME_TEXT, name)
  return kernel.nameHolds(name.length) !== 0
}

/** Other characters may become letters in another case. */
function isWritable(name: string): boolean {
  return name.length <= NAME_TEXT_SIZE && /^[\t -~]*$/.test(name)
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

function writeJson(kernel: Kernel, {members, time}: JsonLayout): void {
  for (const [i, [name, member]] of [...members].entries()) {
    const at = JSON_NAMES + i * JSON_NAME_SIZE
    kernel.bytes[at] = name.length
    kernel.bytes[at + 1] = member
    writeText(kernel, at + 2, name)
  }
  kernel.jsonLayout(members.size, time === null)
  if (time !== null) writeTime(kernel, time)
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
