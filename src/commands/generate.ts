import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import {BaseCommand, type ExitCode, UserError} from '../cli/command.js'
import {SavedFile} from '../cli/saved-file.js'
import {cannotCarry} from '../exports/cannot-carry.js'
import type {Exporter} from '../exports/exporter.js'
import {EXPORTERS} from '../exports/index.js'
import {ScenarioError} from '../parsers/scenario/scenario-error.js'
import {readScenarioTrace, type ScenarioTrace} from '../parsers/scenario/scenario-trace.js'
import {expandPaths} from '../sources/expand-paths.js'

/** People write scenarios; nobody writes one as long as this. */
const LONGEST_SCENARIO = 256 * 1024 * 1024

export default class Generate extends BaseCommand {
  static override summary = 'A trace in any export format from a .scenario file.'
  static override description =
    `The times of the scenario are added to its origin (2026-01-01T00:00:00Z, unless it says another).
What a format has no place for is said on stderr; everything else comes back when the trace is analysed.`
  static override examples = [
    {
      description: 'The trace that tracefmt would have printed:',
      command: '<%= config.bin %> <%= command.id %> roam.scenario --as tracefmt',
    },
    {
      description: 'A file for other tools:',
      command: '<%= config.bin %> <%= command.id %> roam.scenario --as tracerpt-csv --out dumpfile.csv',
    },
  ]
  static override args = {
    scenario: Args.string({description: 'Scenario file, or - for stdin.', ignoreStdin: true}),
  }
  static override flags = {
    as: Flags.option({
      summary: 'Export format to write.',
      options: EXPORTERS.map(exporter => exporter.id),
      helpGroup: 'OUTPUT',
    })(),
    out: Flags.string({
      summary: 'Write to this file instead of stdout; it appears whole or not at all.',
      helpValue: 'FILE',
      helpGroup: 'OUTPUT',
    }),
  }

  async run(): Promise<ExitCode> {
    const {args, flags} = await this.parse(Generate)
    const exporter = exporterNamed(flags.as)
    const trace = await readScenario(args.scenario)
    if (!flags.quiet) for (const sentence of cannotCarry(exporter, trace)) this.note(sentence)
    const pieces = exporter.render(trace)
    if (flags.out === undefined) await this.write(pieces)
    else await this.#save(flags.out, pieces)
    return 0
  }

  async #save(path: string, pieces: Iterable<string>): Promise<void> {
    const file = new SavedFile(path, this.unfinished)
    await file.open()
    await file.write(pieces)
    await file.finish()
  }
}

function exporterNamed(id: string | undefined): Exporter {
  const exporter = EXPORTERS.find(one => one.id === id)
  if (exporter !== undefined) return exporter
  const formats = EXPORTERS.map(one => one.id).join(', ')
  throw new UserError(2, 'generate needs an export format.', `Add --as FORMAT; formats are ${formats}.`)
}

async function readScenario(path: string | undefined): Promise<ScenarioTrace> {
  if (path === undefined) {
    throw new UserError(2, 'generate needs a scenario file.', 'As in: roamscope generate roam.scenario --as tracefmt.')
  }
  try {
    return readScenarioTrace(await readText(path))
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    throw new UserError(2, `${path}, ${error.message}`, 'Correct that line of the scenario.')
  }
}

async function readText(path: string): Promise<string> {
  const {sources} = await expandPaths([path], {stdin: () => process.stdin})
  const [source] = sources
  if (source === undefined || sources.length > 1) {
    throw new UserError(2, `${path} is ${sources.length} files; generate takes one scenario.`, 'Name one of them.')
  }
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let text = ''
  try {
    for await (const chunk of source.bytes()) {
      text += decoder.decode(chunk, {stream: true})
      if (text.length > LONGEST_SCENARIO) throw new UserError(2, `${path} is too long for a scenario.`, 'Split it.')
    }
    return text + decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UserError(2, `${path} is not UTF-8 text, as a scenario has to be.`, 'Save it as UTF-8.')
  }
}
