import type {TraceRecord} from '../../events/record.js'
import {hexText} from '../../wdi/octets.js'
import type {Recognised} from '../dialect.js'
import {labelOf, normalise} from '../words/labels.js'
import type {UserDialect} from './user-dialect.js'

/** A test of a dialect file that does not hold. */
export interface DialectTestFailure {
  readonly file: string
  readonly line: number
  /** The line under test. */
  readonly text: string
  /** What was expected and what came out, in words. */
  readonly message: string
}

/** The record that a test line stands for; the provider is the business of `match`, not of the rules. */
const recordOf = (message: string): TraceRecord => ({
  line: 1,
  offset: 0,
  text: message.slice(0, 4096),
  atUs: null,
  ns: 0,
  cpu: null,
  pid: null,
  tid: null,
  provider: null,
  providerGuid: null,
  eventId: null,
  activityId: null,
  message,
  fields: null,
  undecoded: null,
})

function printed(recognised: Exclude<Recognised, null | 'named' | {stated: unknown}>, key: string): string | null {
  const name = labelOf(key)?.field ?? normalise(key)
  const {step, message, port, transactionId, status, adapterKey, payload, fields} = recognised
  const text = (value: number | null) => (value === null ? null : String(value))
  if (name === 'step') return step
  if (name === 'message') return message.fullName
  if (name === 'port') return text(port)
  if (name === 'transaction') return text(transactionId)
  if (name === 'status') return text(status) ?? fields.status?.join(',') ?? null
  if (name === 'adapter') return adapterKey
  if (name === 'payload') return payload === null ? null : hexText(payload)
  return fields[name]?.join(',') ?? null
}

function same(key: string, expected: string | number | null, actual: string | null): boolean {
  if (expected === null || actual === null) return expected === actual
  if (key === 'step' && expected === 'M4') return actual === 'IND'
  const number = Number(expected)
  if (Number.isFinite(number) && String(expected).trim() !== '' && Number(actual) === number) return true
  return String(expected).toLowerCase() === actual.toLowerCase()
}

function failureOf(expected: UserDialect['tests'][number]['is'], recognised: Recognised): string | null {
  if (expected === null) return recognised === null ? null : 'expected no match, but a rule matches'
  if (recognised === null) return 'no rule matches'
  if (recognised === 'named' || 'stated' in recognised)
    return 'a rule matches, but names no message whose step is known'
  for (const [key, value] of Object.entries(expected)) {
    const actual = printed(recognised, key)
    const short = key === 'message' && same(key, value, recognised.message.name)
    if (!short && !same(key, value, actual)) return `expected ${key} ${value ?? 'absent'}, got ${actual ?? 'none'}`
  }
  return null
}

/** Runs the tests that a dialect carries; an empty list means that all hold. */
export function runDialectTests(dialect: UserDialect): DialectTestFailure[] {
  return dialect.tests.flatMap(({line, is}, index) => {
    const message = failureOf(is, dialect.startUnmatched().recognise(recordOf(line)))
    return message === null ? [] : [{file: dialect.file, line: dialect.testLines[index] ?? 0, text: line, message}]
  })
}
