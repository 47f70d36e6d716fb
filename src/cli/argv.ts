import {didYouMean} from '../user/files/suggest.js'
import {UserError} from './user-error.js'

/** Asks whether a path exists; passed in, so that this file reads no disk. */
export type Exists = (path: string) => boolean

const ownFlags = new Set(['--help', '-h', '--version'])

/**
 * `roamscope PATHS…` means `analyze`, `roamscope help X` means `X --help`. A first word that is neither a
 * command nor a path is a slip, and said so.
 */
export function fullCommandLine(argv: readonly string[], commands: readonly string[], exists: Exists): string[] {
  const [first, ...rest] = argv
  if (first === undefined || ownFlags.has(first) || commands.includes(first)) return [...argv]
  if (first === 'help') return [...rest, '--help']
  const mayBeCommand = /^[a-z][a-z0-9-]*$/i.test(first) && !exists(first)
  if (mayBeCommand) {
    const list = `Commands are ${commands.join(', ')}; see roamscope --help.`
    throw new UserError(2, `${first} is neither a command nor a file.`, didYouMean(first, commands, list))
  }
  return ['analyze', ...argv]
}

/** As oclif sees it: anywhere before `--`. */
export function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end === -1 ? words : words.slice(0, end)).some(word => word === '--help' || word === '-h')
}

/** Whether errors must be JSON too; asked before the command line is known to be right. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const words = end === -1 ? argv : argv.slice(0, end)
  return words.some((word, i) => {
    const value = word === '--format' ? words[i + 1] : word.startsWith('--format=') ? word.slice(9) : undefined
    return value === 'json' || value === 'ndjson'
  })
}
