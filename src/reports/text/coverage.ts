import type {InputReport} from '../../analysis/analysis.js'
import {duration} from '../../analysis/duration.js'
import {calendarDay, clockTime} from '../../analysis/moment.js'
import type {Zone} from '../../events/record.js'
import {plural, thousands} from './layout.js'
import type {Page} from './page.js'
import {cutLeft} from './width.js'

export function whatWasRead(page: Page): string[] {
  const {inputs} = page.analysis
  const sum = (fact: (input: InputReport) => number) => inputs.reduce((total, input) => total + fact(input), 0)
  const records = `${plural(
    sum(input => input.records),
    'record',
  )}, ${thousands(sum(input => input.wifiRecords))} of Wi-Fi`
  const size = bytes(sum(input => input.bytes))
  const [only] = inputs
  if (inputs.length === 1 && only) {
    const path = cutLeft(page.theirs(only.path), Math.floor(page.width / 2))
    return [path, `${only.format}, ${only.encoding}, ${size}`, records]
  }
  return [plural(inputs.length, 'file'), `${formats(inputs)}, ${size}`, records]
}

function formats(inputs: readonly InputReport[]): string {
  const counts = new Map<string, number>()
  for (const {format} of inputs) counts.set(format, (counts.get(format) ?? 0) + 1)
  return [...counts].map(([format, n]) => (counts.size === 1 ? format : `${format} (${n})`)).join(', ')
}

export function bytes(n: number): string {
  if (n < 1024) return `${n} B`
  const units = ['KiB', 'MiB', 'GiB', 'TiB'] as const
  const unit = units.findIndex((_, i) => n / 1024 ** (i + 1) < 1023.95)
  const power = unit === -1 ? units.length - 1 : unit
  return `${(n / 1024 ** (power + 1)).toFixed(1)} ${units[power]}`
}

export const zoneWords: Readonly<Record<Zone, string>> = {
  utc: 'UTC',
  local: 'local time, zone unknown',
  relative: 'after the zero of the trace',
}

export function captureFacts(page: Page): string[] {
  const {capture} = page.analysis
  const {startUs, endUs, zone, granularityUs} = capture
  const facts: string[] = []
  if (startUs !== null && endUs !== null) {
    const day = calendarDay(startUs, zone)
    const lastDay = calendarDay(endUs, zone)
    const clock = (us: number) =>
      endUs - startUs < 60_000_000 ? clockTime(us, zone) : clockTime(us, zone).replace(/\.\d+$/, '')
    const to = `${lastDay === day ? '' : lastDay} ${clock(endUs)}`.trim()
    facts.push(`${`${day} ${clock(startUs)}`.trim()} to ${to} ${zoneWords[zone]} (${duration(endUs - startUs, null)})`)
  } else {
    facts.push('no dated record')
  }
  if (granularityUs !== null) facts.push(page.ours(`clock ${duration(granularityUs, null)}`))
  const {adapters} = capture
  for (const {id, name, model} of adapters) {
    const which = name === null ? (adapters.length > 1 ? ` ${id}` : '') : ` ${page.theirs(name)}`
    facts.push(`${model === 'unknown' ? '' : `${model} `}adapter${which}`)
  }
  for (const key of Object.keys(capture.labels).sort()) {
    facts.push(`${page.theirs(key)}=${page.theirs(capture.labels[key] ?? '')}`)
  }
  return facts
}

const familyNames: readonly (readonly [families: readonly string[], name: string])[] = [
  [['M1', 'TASK', 'PROP'], 'commands'],
  [['M3'], 'responses'],
  [['IND'], 'indications'],
]

const has = (page: Page, families: readonly string[]) =>
  families.some(family => page.analysis.capture.families.includes(family))

/** Did the driver's messages come into the trace? */
export const hasDriver = (page: Page): boolean => familyNames.some(([families]) => has(page, families))

export function canShow(page: Page): string[] {
  const shown = familyNames.filter(([families]) => has(page, families)).map(([, name]) => name)
  const {rules, sessions} = page.analysis
  const told = sessions.some(({windows}) => windows !== undefined)
  const ran = rules.filter(rule => rule.status === 'ran').length
  return [
    shown.length === 0 ? `nothing of the driver${told ? ', events of WLAN AutoConfig' : ''}` : shown.join(', '),
    `${ran} of ${plural(rules.length, 'rule')} could judge it`,
  ]
}

/** What keeps the trace from saying more; empty when nothing does. */
export function missing(page: Page): string[] {
  const {capture, inputs} = page.analysis
  const sum = (fact: (input: InputReport) => number) => inputs.reduce((total, input) => total + fact(input), 0)
  const facts: string[] = []
  const absent = familyNames.filter(([families]) => !has(page, families)).map(([, name]) => name)
  if (absent.length > 0 && sum(input => input.wifiRecords) > 0) facts.push(absent.join(', '))
  const lost = sum(input => input.lostEvents)
  if (lost > 0) facts.push(`${plural(lost, 'lost event')}`)
  if (capture.lossSpans.length > 0) facts.push(`events in ${plural(capture.lossSpans.length, 'span')} of losses`)
  if ((capture.granularityUs ?? 0) >= 10_000) facts.push('times fine enough for millisecond limits')
  const undecoded = sum(input => input.undecoded)
  if (undecoded > 0) facts.push(`format files of ${plural(undecoded, 'record')}`)
  const problems = sum(input => input.problems.length)
  if (problems > 0) facts.push(`${plural(problems, 'place')} that could not be read`)
  return facts
}
