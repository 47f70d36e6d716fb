import type {InspectReport} from '../analysis/inspect.js'
import {AnalysisCommand} from '../cli/analysis-command.js'
import type {ExitCode} from '../cli/command.js'
import {analysisFlags, formatFlag} from '../cli/flags.js'
import {pathsArg} from '../cli/paths-arg.js'
import {inspectReports} from '../reports/inspect-reports.js'

export default class Inspect extends AnalysisCommand {
  static override summary =
    'What is in the files: format, providers, clock, gaps, losses, what can and cannot be judged.'
  static override description = 'Judges nothing: exit code 0 when the format of a file was recognised, else 3.'
  static override examples = [
    {description: 'Why does analyze say so little?', command: '<%= config.bin %> <%= command.id %> trace.txt'},
  ]
  static override args = pathsArg
  static override flags = {...analysisFlags, format: formatFlag(['text', 'json'])}

  async run(): Promise<ExitCode> {
    const {args, flags} = await this.parse(Inspect)
    const engine = this.engine(args.paths, flags)
    const formats: string[] = []
    await this.publish(engine, flags, inspectReports, noted(engine.inspections(), formats), false)
    const known = formats.filter(format => format !== 'unknown').length
    if (known > 0 && !(flags.strict && known < formats.length)) return 0
    const hint = 'Its problems are in the result; README.md lists the formats that can be read.'
    return this.unreadable('No known trace format was recognised in the input.', flags, hint)
  }
}

/** Lets the report through and notes the formats of its inputs. */
async function* noted(reports: AsyncIterable<InspectReport>, formats: string[]): AsyncIterable<InspectReport> {
  for await (const report of reports) {
    for (const {format} of report.inputs) formats.push(format)
    yield report
  }
}
