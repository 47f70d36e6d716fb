import type {Analysis} from '../../analysis/analysis.js'
import {duration} from '../../analysis/duration.js'
import {calendarDay, clockTime} from '../../analysis/moment.js'
import type {Micros} from '../../events/units.js'
import type {ReportOptions} from '../report.js'
import {nameAccessPoints} from './access-points.js'
import {Layout} from './layout.js'

/** What all parts of a screen about one capture need. */
export class Page extends Layout {
  readonly #names: ReadonlyMap<string, string>
  readonly #mentioned = new Set<string>()
  readonly #manyDays: boolean

  constructor(
    readonly analysis: Analysis,
    readonly options: ReportOptions,
  ) {
    super(options.screen)
    this.#names = nameAccessPoints(analysis.sessions)
    this.#manyDays = spansDays(analysis)
  }

  /** A sentence of a rule: addresses become the short names of this screen. */
  sentence(text: string): string {
    const named = text.replace(/\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/gi, address =>
      this.accessPoint(address.toLowerCase()),
    )
    return this.mixed(named)
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

  /** Some record of the capture has a time. */
  get isDated(): boolean {
    return this.analysis.capture.startUs !== null
  }

  time(us: Micros | null): string {
    if (us === null) return ''
    if (!this.isDated) return '–'
    const {zone} = this.analysis.capture
    return this.#manyDays ? `${calendarDay(us, zone).slice(-5)} ${clockTime(us, zone)}` : clockTime(us, zone)
  }

  duration(us: number | null): string {
    return us === null ? '–' : duration(us, this.analysis.capture.granularityUs)
  }
}

/** Whether the times to be shown need their day; where all are of one day, the head of the screen has it. */
function spansDays({sessions, findings, capture}: Analysis): boolean {
  const days = new Set<string>()
  for (const {startUs} of sessions) days.add(calendarDay(startUs, capture.zone))
  for (const {atUs} of findings) if (atUs !== null) days.add(calendarDay(atUs, capture.zone))
  return days.size > 1
}
