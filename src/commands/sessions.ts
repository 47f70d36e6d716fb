import * as Flags from '@oclif/core/flags'
import {AnalysisCommand} from '../cli/analysis-command.js'
import type {ExitCode} from '../cli/command.js'
import {ExitJudge} from '../cli/exit-judge.js'
import {analysisFlags, formatFlag} from '../cli/flags.js'
import {pathsArg} from '../cli/paths-arg.js'
import {outcomes, sessionKinds} from '../reports/schemas/words.js'
import {sessionReports} from '../reports/session-reports.js'

export default class Sessions extends AnalysisCommand {
  static override summary = 'One row a session, in order of time: roams, connects, scans, disconnects.'
  static override examples = [
    {
      description: 'The roams that did not work out:',
      command: '<%= config.bin %> <%= command.id %> trace.txt --kind roam --outcome failed --outcome hung',
    },
    {description: 'For scripts:', command: '<%= config.bin %> <%= command.id %> trace.txt --format json'},
  ]
  static override args = pathsArg
  static override flags = {
    ...analysisFlags,
    format: formatFlag(['text', 'json', 'ndjson']),
    kind: Flags.option({
      summary: 'Only sessions of this kind. Repeatable.',
      options: sessionKinds,
      multiple: true,
      multipleNonGreedy: true,
      helpGroup: 'SELECTION',
    })(),
    outcome: Flags.option({
      summary: 'Only sessions that ended like this. Repeatable.',
      options: outcomes,
      multiple: true,
      multipleNonGreedy: true,
      helpGroup: 'SELECTION',
    })(),
  }

  async run(): Promise<ExitCode> {
    const {args, flags} = await this.parse(Sessions)
    const engine = this.engine(args.paths, flags)
    const judge = new ExitJudge('never', flags.strict)
    const reports = sessionReports({kinds: flags.kind ?? [], outcomes: flags.outcome ?? []})
    await this.publish(engine, flags, reports, judge.watch(engine.analyses()), flags.each)
    return this.ended(judge, flags)
  }
}
