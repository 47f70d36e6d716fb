import type {Field} from '../trace/fields.js'
import type {Line} from '../trace/line.js'
import type {Trace} from '../trace/trace.js'
import {changed, type View} from './view.js'

/** Other names, numbers and times for the same things. */

const DAY = 86_400_000_000
const ID = 100_000

export const NAMES: readonly View[] = [
  changed('ports renumbered', renumberPorts),
  changed('adapters renamed and declared the other way round', renameAdapters),
  changed('transaction ids renumbered', trace => {
    for (const line of linesOf(trace)) {
      if (line.id) line.id += ID
      if (line.event === 'ABORT_TASK') line.fields = replaced(line.fields, 'id', id => id + ID)
    }
  }),
  changed('access points renamed', trace => {
    for (const line of linesOf(trace)) line.fields = line.fields.map(renamed)
  }),
  ...[200, -1000].map(days =>
    changed(`all times shifted by ${days} days`, trace => shiftTimes(trace, days * DAY), {shiftUs: days * DAY}),
  ),
  changed('another origin', trace => {
    trace.keys.origin = '2025-03-30T00:59:59.5Z'
  }),
]

const linesOf = (trace: Trace): Line[] => trace.stories.flatMap(({lines}) => lines)

function replaced(fields: readonly Field[], key: string, change: (value: number) => number): Field[] {
  const isNumber = new RegExp(`^${key}=(\\d+)$`)
  return fields.map(field => {
    const value = typeof field === 'string' ? isNumber.exec(field)?.[1] : undefined
    return value === undefined ? field : `${key}=${change(Number(value))}`
  })
}

/** AP-A becomes AP-B, MLD-A becomes MLD-B, and so on round. */
function renamed(field: Field): Field {
  if (typeof field !== 'string') return {name: field.name, fields: field.fields.map(renamed)}
  return field.replace(/\b(AP|MLD)-([A-F])(?![A-Za-z])/g, (_, kind: string, letter: string) => {
    return `${kind}-${'ABCDEFA'['ABCDEF'.indexOf(letter) + 1]}`
  })
}

/** Port 0 stays: the requests of the old model are judged there. */
function renumberPorts(trace: Trace): void {
  const moved = (port: number) => (port === 0 ? 0 : 40 - port)
  for (const keys of [trace.keys, ...trace.adapters.map(adapter => adapter.keys)]) {
    for (const role of ['primary', 'secondary', 'ap']) if (role in keys) keys[role] = moved(Number(keys[role]))
  }
  for (const line of linesOf(trace)) {
    if (line.port !== 'adapter') line.port = moved(line.port)
    if (line.event === 'ABORT_TASK') line.fields = replaced(line.fields, 'port', moved)
  }
}

function renameAdapters(trace: Trace): void {
  const heads = trace.adapters.splice(0)
  const names = new Map(heads.map(({name}, index) => [name, `nic-${9 - index}`]))
  for (const {name, keys} of heads.reverse()) trace.adapters.push({name: names.get(name) as string, keys})
  for (const story of trace.stories) if (story.adapter !== null) story.adapter = names.get(story.adapter) ?? null
}

function shiftTimes(trace: Trace, us: number): void {
  trace.fromUs += us
  trace.toUs += us
  for (const line of linesOf(trace)) line.at += us
}
