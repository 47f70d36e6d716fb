import * as Flags from '@oclif/core/flags'
import {AnalysisCommand} from '../cli/analysis-command.js'
import {cohortNames} from '../cli/cohort-names.js'
import type {ExitCode} from '../cli/command.js'
import {analysisFlags, failOnFlag, formatFlag} from '../cli/flags.js'
import {type FleetExit, fleetExit} from '../cli/fleet-exit.js'
import {pathsArg} from '../cli/paths-arg.js'
import type {FleetSummary} from '../fleet/summary.js'
import {healthReports} from '../reports/health/index.js'

export default class Health extends AnalysisCommand {
  static override summary = 'The figures of a fleet: success, time to roam, causes, over thousands of traces.'
  static override description =
    `Every file is a capture of its own; files with the same value of the label capture are one. A file
that cannot be judged is counted and named, and the run goes on.

Shares come with a 95 % Wilson interval and none below a denominator of 5; percentiles are observed values, p50 from
5, p95 from 20, p99 from 100 of them.

Exit codes: 0 nothing at or above --fail-on; 1 a violation in any capture; 2 the command line is wrong;
3 no capture could be judged (--strict: not all of them in full); 4 a bug in roamscope.`
  static override examples = [
    {description: 'How is the fleet?', command: '<%= config.bin %> <%= command.id %> field-logs/'},
    {
      description: 'Driver versions side by side:',
      command: '<%= config.bin %> <%= command.id %> field-logs/ --by driver',
    },
    {
      description: 'One line for a scheduler, the whole for a dashboard:',
      command: '<%= config.bin %> <%= command.id %> nightly/ --format line --output json:health.json',
    },
  ]
  static override args = pathsArg
  static override flags = {
    ...analysisFlags,
    format: formatFlag(['text', 'json', 'line', 'csv']),
    'fail-on': failOnFlag,
    by: Flags.string({
      summary:
        'Figures of cohorts: a label (driver, os, device, …), capture, model or class. Several: all combinations.',
      helpValue: 'NAME',
      multiple: true,
      multipleNonGreedy: true,
      delimiter: ',',
      helpGroup: 'SELECTION',
    }),
  }

  async run(): Promise<ExitCode> {
    const {args, flags} = await this.parse(Health)
    const by = cohortNames(flags.by ?? [])
    const engine = this.engine(args.paths, flags)
    let ended: FleetExit = {code: 0, reason: ''}
    const judged = async function* () {
      for await (const summary of engine.health(by)) {
        ended = fleetExit(summary, engine.request.failOn, flags.strict)
        // The screen names them itself.
        if (flags.format !== 'text') for (const {path, reason} of summary.unreadable) engine.note(`${path}: ${reason}`)
        for (const name of unknownNames(summary)) engine.note(`No capture has the label ${name}.`)
        yield summary
      }
    }
    await this.publish(engine, flags, healthReports, judged(), false)
    return ended.code === 3 ? this.unreadable(ended.reason, flags) : ended.code
  }
}

/** A slip in --by would otherwise be one cohort without a name. */
function unknownNames({cohorts, by, captures}: FleetSummary): readonly string[] {
  if (captures.total === captures.unreadable) return []
  return by.filter((_, i) => cohorts.every(cohort => cohort.by[i]?.[1] === null))
}
