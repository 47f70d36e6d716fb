import type {Report, ReportOptions} from '../reports/report.js'
import {SavedFile} from './saved-file.js'
import type {Unfinished} from './signals.js'
import type {Results} from './stdout.js'

/** Where one rendering goes. */
interface Target<Subject> {
  readonly report: Report<Subject>
  readonly options: ReportOptions
  write(pieces: Iterable<string>): Promise<unknown>
}

/** One result after another, in every format that was asked for: on stdout, and in files that appear when all is well. */
export class Publication<Subject> {
  readonly #targets: Target<Subject>[] = []
  readonly #files: SavedFile[] = []
  #captures = 0

  constructor(
    readonly each: boolean,
    readonly results: Results,
    readonly unfinished: Unfinished,
  ) {}

  toStdout(report: Report<Subject>, options: ReportOptions): void {
    this.#targets.push({report, options, write: pieces => this.results.write(pieces)})
  }

  async toFile(path: string, report: Report<Subject>, options: ReportOptions): Promise<void> {
    const file = new SavedFile(path, this.unfinished)
    await file.open()
    this.#files.push(file)
    this.#targets.push({report, options, write: pieces => file.write(pieces)})
  }

  /** False once nobody takes the results any more. */
  get wanted(): boolean {
    return this.results.open || this.#files.length > 0
  }

  async add(subject: Subject): Promise<void> {
    const number = this.#captures++
    for (const {report, options, write} of this.#targets) {
      if (this.each) await write([number === 0 ? report.each.open : report.each.between])
      await write(report.render(subject, {...options, capture: this.each ? number : null}))
    }
  }

  async finish(): Promise<void> {
    for (const {report, write} of this.#targets) {
      if (!this.each) continue
      await write([this.#captures === 0 ? report.each.open + report.each.close : report.each.close])
    }
    for (const file of this.#files) await file.finish()
  }
}
