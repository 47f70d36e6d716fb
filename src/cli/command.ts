import {existsSync} from 'node:fs'
import type {Interfaces} from '@oclif/core'
import {Command} from '@oclif/core/command'
import type {Config} from '@oclif/core/config'
import {printable} from '../reports/printable.js'
import type {Screen} from '../reports/screen.js'
import {asksForHelp, fullCommandLine, wantsJson} from './argv.js'
import {type Failure, failureOf} from './failure.js'
import {commonFlags} from './flags.js'
import {type Installation, programConfig} from './program-config.js'
import {endOnSignals, Unfinished} from './signals.js'
import {Results} from './stdout.js'
import {type ColorChoice, screenOf} from './terminal.js'

export {UserError} from './user-error.js'

/** 0: nothing at or above --fail-on. 1: findings. 2: command line. 3: input. 4: bug. */
export type ExitCode = 0 | 1 | 2 | 3 | 4

/**
 * What every command has: results on stdout, notes on stderr, errors that `run` below turns into exit codes.
 * A command returns its exit code; it never ends the process.
 */
export abstract class BaseCommand extends Command {
  static override baseFlags = commonFlags

  protected readonly results = new Results(process.stdout)
  /** Files to remove when the run is cut short. */
  protected readonly unfinished = new Unfinished()

  abstract override run(): Promise<ExitCode>

  /** oclif would load the configuration once more. */
  static override run<T extends Command>(
    this: new (
      argv: string[],
      config: Config,
    ) => T,
    argv?: string[],
    config?: Interfaces.LoadOptions,
  ): Promise<ReturnType<T['run']>> {
    return (new this(argv ?? [], config as Config) as unknown as BaseCommand)._run()
  }

  protected override async init(): Promise<void> {
    await super.init()
    endOnSignals(this.unfinished)
  }

  /** oclif would print and exit; here the error goes on to `run`. */
  protected override async catch(error: Error): Promise<never> {
    this.unfinished.discard()
    throw error
  }

  /** Results: waits for the reader; false once there is none. */
  protected write(pieces: string | Iterable<string>): Promise<boolean> {
    return this.results.write(pieces)
  }

  /** A remark beside the results. */
  protected note(text: string): void {
    process.stderr.write(`${text}\n`)
  }

  /** What stdout can show. */
  protected screen(color: ColorChoice): Screen {
    const {isTTY, columns} = process.stdout
    return screenOf(color, process.env, {tty: isTTY === true, columns, platform: process.platform})
  }
}

/** The whole program: `bin/run.js` hands over the words after its name. Ends the process. */
export async function run(argv: readonly string[], installation: Installation): Promise<void> {
  process.on('uncaughtException', error => process.exit(reported(error, argv)))
  const code = await exitCodeOf(argv, installation)
  await new Promise(resolve => process.stdout.write('', resolve))
  process.exit(code)
}

async function exitCodeOf(argv: readonly string[], installation: Installation): Promise<number> {
  try {
    const config = await programConfig(installation)
    const commands = config.commandIDs.filter(id => config.findCommand(id)?.hidden !== true).sort()
    const words = fullCommandLine(argv, commands, existsSync)
    const code: unknown = await runOclif(words, config)
    return typeof code === 'number' ? code : 0
  } catch (error) {
    return reported(error, argv)
  }
}

/** A command without detours; help and everything else is the business of oclif's own main function. */
async function runOclif(words: readonly string[], config: Config): Promise<unknown> {
  const [id = '', ...rest] = words
  if (config.commandIDs.includes(id) && !asksForHelp(rest)) return config.runCommand(id, rest)
  const {run: main} = await import('@oclif/core/run')
  return main([...words], config)
}

function reported(error: unknown, argv: readonly string[]): number {
  const failure = failureOf(error)
  report(failure, wantsJson(argv))
  return failure.code
}

function report(failure: Failure, json: boolean): void {
  const {code, message, hint, stack} = failure
  const lines = json
    ? [JSON.stringify({error: {code, message, hint}})]
    : [`roamscope: ${printable(message)}`, ...(hint === null ? [] : [`  ${printable(hint)}`])]
  if (stack !== null && process.env.DEBUG) lines.push(stack)
  process.stderr.write(`${lines.join('\n')}\n`)
}
