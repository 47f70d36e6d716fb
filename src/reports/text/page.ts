import type {Analysis} from '../../analysis/analysis.js'
import {duration} from '../../analysis/duration.js'
import {calendarDay, clockTime} from '../../analysis/moment.js'
import type {Micros} from '../../events/units.js'
import {printable} from '../printable.js'
import type {ReportOptions} from '../report.js'
import {nameAccessPoints} from './access-points.js'
import {ours, sentence} from './typography.js'
import {wrap} from './width.js'

/** What all parts of a text screen need: the analysis, and how this screen writes things. */
export class Page {
  readonly width: number
  readonly chalk: ReportOptions['screen']['chalk']
  readonly #names: ReadonlyMap<string, string>
  readonly #mentioned = new Set<string>()
  readonly #manyDays: boolean

  constructor(
    readonly analysis: Analysis,
    readonly options: ReportOptions,
  ) {
    this.width = options.screen.width
    this.chalk = options.screen.chalk
    this.#names = nameAccessPoints(analysis.sessions)
    const {startUs, endUs, zone} = analysis.capture
    this.#manyDays = startUs !== null && endUs !== null && calendarDay(startUs, zone) !== calendarDay(endUs, zone)
  }

  /** Our own words. */
  ours(text: string): string {
    return ours(text, this.options.screen.unicode)
  }

  /** Words from the trace, from paths, from anybody. */
  theirs(text: string): string {
    return printable(text, this.options.screen.unicode)
  }

  /** A sentence of a rule: addresses become the short names of this screen. */
  sentence(text: string): string {
    const named = text.replace(/\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/gi, address =>
      this.accessPoint(address.toLowerCase()),
    )
    return sentence(named, this.options.screen.unicode)
  }

  /** The same with the addresses in full. */
  plainSentence(text: string): string {
    return sentence(text, this.options.screen.unicode)
  }

  accessPoint(address: string | null): string {
    if (address === null) return '?'
    const name = this.#names.get(address)
    if (name !== undefined) this.#mentioned.add(address)
    return name ?? address
  }

  /** The names used so far, for the list at the end of the screen. */
  mentioned(): readonly (readonly [name: string, address: string])[] {
    const all = [...this.#names].filter(([address]) => this.#mentioned.has(address))
    return all.map(([address, name]) => [name, address] as const)
  }

  time(us: Micros | null): string {
    if (us === null) return ''
    const {zone} = this.analysis.capture
    return this.#manyDays ? `${calendarDay(us, zone).slice(-5)} ${clockTime(us, zone)}` : clockTime(us, zone)
  }

  duration(us: number | null): string {
    return us === null ? '–' : duration(us, this.analysis.capture.granularityUs)
  }

  /** Lines under a label: `Verdict    text text` with the text in its own column. */
  labelled(label: string, text: string, style: (text: string) => string = text => text): string[] {
    const lines = wrap(text, this.width - labelWidth)
    return lines.map(
      (line, i) => (i === 0 ? this.chalk.bold(label.padEnd(labelWidth)) : ' '.repeat(labelWidth)) + style(line),
    )
  }

  heading(title: string, rest: string): string[] {
    const [first = '', ...more] = wrap(this.ours(rest), this.width - title.length - 2)
    const indent = ' '.repeat(title.length + 2)
    return ['', `${this.chalk.bold(title)}  ${first}`.trimEnd(), ...more.map(line => indent + line)]
  }
}

export const labelWidth = 11

/** Grouped thousands, the same everywhere. */
export const thousands = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
export const plural = (n: number, noun: string) => `${thousands(n)} ${noun}${n === 1 ? '' : 's'}`
