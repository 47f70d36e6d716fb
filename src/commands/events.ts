import * as Flags from '@oclif/core/flags'
import {AnalysisCommand} from '../cli/analysis-command.js'
import type {ExitCode} from '../cli/command.js'
import {ExitJudge} from '../cli/exit-judge.js'
import {analysisFlags, formatFlag} from '../cli/flags.js'
import {pathsArg} from '../cli/paths-arg.js'
import {eventReports} from '../reports/event-reports.js'

export default class Events extends AnalysisCommand {
  static override summary = 'The normalised Wi-Fi events, one JSON object a line, in order of time.'
  static override examples = [
    {
      description: 'Every message about roaming:',
      command: `<%= config.bin %> <%= command.id %> trace.txt | grep ROAM`,
    },
    {
      description: 'The records that filters of TextAnalysisTool.NET show:',
      command: '<%= config.bin %> <%= command.id %> trace.txt --tat wifi.tat',
    },
  ]
  static override args = pathsArg
  static override flags = {
    ...analysisFlags,
    format: formatFlag(['ndjson', 'json']),
    tat: Flags.string({
      summary: 'Only records whose first line the filters of this TextAnalysisTool.NET file (.tat) show.',
      helpValue: 'FILE',
      helpGroup: 'OUTPUT',
    }),
  }

  async run(): Promise<ExitCode> {
    const {args, flags} = await this.parse(Events)
    const engine = this.engine(args.paths, flags)
    if (engine.request.shown?.idle) engine.note(`No filter in ${flags.tat} is enabled: all records are printed.`)
    const judge = new ExitJudge('never', flags.strict)
    await this.publish(engine, flags, eventReports, judge.watch(engine.events()), flags.each)
    return this.ended(judge, flags)
  }
}
