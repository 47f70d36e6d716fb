import type {Interfaces} from '@oclif/core'
import {printable, safeJson} from '../reports/printable.js'
import type {Report, ReportOptions} from '../reports/report.js'
import {BaseCommand, type ExitCode} from './command.js'
import {configuration} from './configuration.js'
import {Engine} from './engine.js'
import type {ExitJudge} from './exit-judge.js'
import type {analysisFlags} from './flags.js'
import {outputTarget} from './output-target.js'
import {requiredPaths} from './paths-arg.js'
import {Pipeline} from './pipeline.js'
import {Progress} from './progress.js'
import {Publication} from './publication.js'
import {requestOf} from './request.js'
import {fileScreen} from './terminal.js'
import {readsInFull, userDialects} from './user-dialects.js'

const inspectHint = 'roamscope inspect says what the input holds and how to capture what is missing.'

export type AnalysisFlags = Interfaces.InferredFlags<typeof analysisFlags> & {readonly format: string}

const isJson = (format: string) => format === 'json' || format === 'ndjson'

/** What the commands that read traces share: the checked request, and results that go where the flags say. */
export abstract class AnalysisCommand extends BaseCommand {
  /** Everything the user may have got wrong is checked before the first byte is read. */
  protected engine(paths: readonly string[] | undefined, flags: AnalysisFlags): Engine {
    const note = (text: string) => this.remark(text, flags)
    const wanted = requiredPaths(paths, this.id ?? 'analyze')
    const request = requestOf(flags, configuration(process.cwd(), process.env))
    const dialects = userDialects(request.dialects, flags.verbose || this.id === 'inspect', note)
    if (flags.verbose && !request.fullParse) for (const reason of readsInFull(dialects)) note(reason)
    const progress = new Progress(process.stderr, !flags.quiet)
    const pipeline = new Pipeline(request, dialects, this.config.version, count => progress.add(count))
    return new Engine(wanted, flags, pipeline, progress, note)
  }

  /** Something worth knowing that is no result: a line for people, or an object where the results are JSON. */
  private remark(text: string, {quiet, format}: AnalysisFlags): void {
    if (quiet) return
    this.note(isJson(format) ? safeJson({note: {message: text}}) : `roamscope: ${printable(text)}`)
  }

  /** Renders every subject on stdout and into the files of `--output`; stops early once nobody reads any more. */
  protected async publish<Subject>(
    engine: Engine,
    flags: AnalysisFlags,
    reports: readonly Report<Subject>[],
    subjects: AsyncIterable<Subject> | Iterable<Subject>,
    each: boolean,
  ): Promise<void> {
    const publication = new Publication<Subject>(each, this.results, this.unfinished)
    const named = (id: string) => reports.find(report => report.id === id) as Report<Subject>
    const options = this.reportOptions(engine, flags)
    const targets = (flags.output ?? []).map(text =>
      outputTarget(
        text,
        reports.map(report => report.id),
      ),
    )
    publication.toStdout(named(flags.format), options)
    for (const {format, path} of targets) {
      await publication.toFile(path, named(format), {...options, screen: fileScreen})
    }
    for await (const subject of subjects) {
      engine.progress.erase()
      await publication.add(subject)
      if (!publication.wanted) break
    }
    engine.progress.end()
    await publication.finish()
  }

  protected ended(judge: ExitJudge, flags: AnalysisFlags): ExitCode {
    return judge.code === 3 ? this.unreadable(judge.reason, flags) : judge.code
  }

  /** Code 3 says its reason on stderr too, unless the screen on the same terminal just did. */
  protected unreadable(message: string, flags: AnalysisFlags, hint = inspectHint): 3 {
    if (isJson(flags.format)) this.note(safeJson({error: {code: 3, message, hint}}))
    else if (flags.format !== 'text' || !process.stdout.isTTY) this.note(`roamscope: ${printable(message)}\n  ${hint}`)
    return 3
  }

  private reportOptions(engine: Engine, flags: AnalysisFlags): ReportOptions {
    return {
      screen: this.screen(flags.color),
      limit: flags.limit,
      quiet: flags.quiet,
      verbose: flags.verbose,
      capture: null,
      rules: new Map(engine.request.rules.map(({meta}) => [meta.id, meta])),
      paths: engine.paths,
    }
  }
}
