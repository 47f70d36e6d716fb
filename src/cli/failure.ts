import {PrefixError} from '../parsers/wpp/prefix.js'
import {SourceError} from '../sources/source.js'
import {closest} from '../user/files/suggest.js'
import {UserFileError} from '../user/files/user-file-error.js'
import {UserError} from './user-error.js'

/** Any error as the user meets it. `stack` only for bugs of roamscope, shown on request. */
export interface Failure {
  readonly code: 2 | 3 | 4
  readonly message: string
  readonly hint: string | null
  readonly stack: string | null
}

interface ParserError {
  readonly message: string
  readonly flags?: readonly string[]
  readonly args?: readonly string[]
  readonly parse?: {
    readonly input?: {
      readonly flags?: Record<string, unknown>
      readonly args?: Record<string, unknown>
      readonly context?: {readonly id?: string}
    }
  }
}

/** oclif's own errors carry `oclif` (an exit code); nothing else does. */
const isParserError = (error: unknown): error is ParserError =>
  typeof error === 'object' && error !== null && 'oclif' in error && error instanceof Error

export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return {code: error.code, message: error.message, hint: error.hint, stack: null}
  if (error instanceof SourceError) return {code: 3, message: error.message, hint: null, stack: null}
  if (error instanceof PrefixError || error instanceof UserFileError) {
    return {code: 2, message: error.message, hint: null, stack: null}
  }
  if (isParserError(error)) return commandLine(error)
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: 4,
    message: `This is a bug in roamscope: ${message.split('\n', 1)[0]}`,
    hint: 'Run it again with DEBUG=1 for the place in the code, and report it with the command line.',
    stack: error instanceof Error ? (error.stack ?? null) : null,
  }
}

/** oclif prints paragraphs; one sentence and one hint say the same. */
function commandLine(error: ParserError): Failure {
  const failure = (message: string, hint: string): Failure => ({code: 2, message, hint, stack: null})
  const unknown = error.flags?.[0]
  if (error.message.startsWith('Nonexistent flag') && unknown !== undefined) {
    const known = Object.keys(error.parse?.input?.flags ?? {}).map(name => `--${name}`)
    const guess = closest(unknown.replace(/=.*/s, ''), known)
    const hint = guess === null ? 'See the flags of this command with --help.' : `Did you mean ${guess}?`
    return failure(`There is no flag ${unknown}.`, hint)
  }
  if (error.message.startsWith('Unexpected argument')) {
    const words = (error.args ?? []).join(' ')
    const {args, context} = error.parse?.input ?? {}
    return Object.keys(args ?? {}).length === 0 && context?.id !== undefined
      ? failure(`${context.id} takes no argument ${words}.`, `See its usage with roamscope ${context.id} --help.`)
      : failure(`Unexpected argument ${words}.`, 'See the usage of this command with --help.')
  }
  const lines = error.message.split('\n').map(line => line.trim())
  const told = lines.filter(line => line !== '' && !/^See more help|^The following errors? occurred:$/.test(line))
  const sentence = told.join(' ') || 'The command line is wrong'
  return failure(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`, 'See the usage of this command with --help.')
}
