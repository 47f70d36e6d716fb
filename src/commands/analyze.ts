import {AnalysisCommand} from '../cli/analysis-command.js'
import type {ExitCode} from '../cli/command.js'
import {ExitJudge} from '../cli/exit-judge.js'
import {analysisFlags, failOnFlag, formatFlag} from '../cli/flags.js'
import {pathsArg} from '../cli/paths-arg.js'
import {reports} from '../reports/index.js'

export default class Analyze extends AnalysisCommand {
  static override summary = 'The main job: what a trace can show, the verdict, its sessions, its findings.'
  static override description = `Several files are one capture, merged on one clock; --each keeps them apart.

Exit codes: 0 nothing at or above --fail-on; 1 a violation; 2 the command line or a file of yours is wrong;
3 the input cannot be read or holds nothing to judge; 4 a bug in roamscope.`
  static override examples = [
    {description: 'What happened in this trace?', command: '<%= config.bin %> trace.txt'},
    {
      description: 'A gate for nightly runs, with a file for the bug tracker:',
      command: '<%= config.bin %> <%= command.id %> nightly/ --each --fail-on warning --output json:result.json',
    },
    {
      description: 'Only the order of messages and the time limits:',
      command: '<%= config.bin %> <%= command.id %> trace.txt --rules sequence,timing',
    },
  ]
  static override args = pathsArg
  static override flags = {
    ...analysisFlags,
    format: formatFlag(['text', 'json', 'ndjson']),
    'fail-on': failOnFlag,
  }

  async run(): Promise<ExitCode> {
    const {args, flags} = await this.parse(Analyze)
    const engine = this.engine(args.paths, flags)
    const judge = new ExitJudge(engine.request.failOn, flags.strict)
    await this.publish(engine, flags, reports, judge.watch(engine.analyses()), flags.each)
    return this.ended(judge, flags)
  }
}
