import type {Step, TraceEvent} from '../../events/event.js'
import type {Message} from '../../events/message.js'
import type {Family} from '../../parsers/capabilities.js'
import {ALL_MESSAGES, legacyMessage, logMessage, messageByName, requestMessage} from '../../wdi/messages.js'
import type {Reader} from '../../wdi/reader.js'
import {normaliseName} from '../../wdi/reading/text-values.js'
import {closest} from '../files/suggest.js'
import type {Path, UserFile} from '../files/user-file.js'
import {and, conditionOf, or, type Truth} from './condition.js'
import {type Field, factsOf, headerOf, type Value} from './fields.js'
import type {PatternSpec} from './rule-schema.js'

/** A pattern that is ready to be matched. */
export interface Pattern {
  readonly message: Message
  readonly step: Step
  /** As people write it: "M1 of TASK_ROAM", "ASSOCIATION_RESULT". */
  readonly label: string
  /** What has to be exported for its absence to mean anything. */
  readonly family: Family
  matches(event: TraceEvent, reader: Reader): Truth
  /** By any spelling; undefined: the message has no such field. */
  field(name: string): ((event: TraceEvent, reader: Reader) => Value) | undefined
  readonly fieldNames: readonly string[]
}

/** System and AutoConfig events that reach the rules, and what traces say about themselves. */
const LOGGED =
  /^(?:5002|800[0-3]|1100[0-6]|11010|1201[1-3]|21055|21057|40002|EVENTS_LOST|TIME_CHANGE|POWER|BOOT|REMOVED)$/

/** Compiles the pattern at a path of a file; refuses what names no message, step, field or value. */
export function compilePattern(spec: PatternSpec, file: UserFile<unknown>, path: Path): Pattern {
  const {message, step} = placed(spec, file, path)
  const answered = step === 'M3' || message.kind === 'completion'
  const facts = factsOf(message.name, answered)
  const header = headerOf(answered)
  const names = [...Object.keys(header), ...Object.keys(facts.fields).filter(name => !(name in header))]
  const known = (name: string) => names.find(other => normaliseName(other) === normaliseName(name))
  const onRecord: ((event: TraceEvent) => Truth)[] = []
  const onRow: ((row: never) => Truth)[] = []
  for (const [written, condition] of Object.entries(spec.where ?? {})) {
    const name = known(written)
    const at = [...path, 'where', written]
    if (name === undefined) {
      throw file.keyError(at, `"${written}" is no field of ${message.name}; ${meant(written, names)}`)
    }
    const ofRecord = header[name]
    const field = (ofRecord ?? facts.fields[name]) as Field
    const test = conditionOf(condition, field, sentence => file.error(at, `${name}: ${sentence}`))
    if (ofRecord) onRecord.push(event => test(ofRecord.of(event)))
    else onRow.push(row => test(field.of(row)))
  }
  return {
    message,
    step,
    label: step === 'IND' || step === 'LOG' ? message.name : `${step} of ${message.name}`,
    family:
      step === 'M1' && message.kind === 'task' ? 'TASK' : step === 'M1' && message.kind === 'property' ? 'PROP' : step,
    fieldNames: names,
    matches(event, reader) {
      if (event.step !== step || event.message.name !== message.name) return false
      const record = and(onRecord.map(test => test(event)))
      if (record === false || onRow.length === 0) return record
      const rows = facts.rows(event, reader)
      if (rows === undefined) return null
      return and([record, or(rows.map(row => and(onRow.map(test => test(row as never)))))])
    },
    field(written) {
      const name = known(written)
      if (name === undefined) return undefined
      const ofRecord = header[name]
      if (ofRecord) return event => ofRecord.of(event)
      return (event, reader) => {
        const values = facts.rows(event, reader)?.map(row => (facts.fields[name] as Field).of(row as never))
        if (values === undefined || values.includes(undefined)) return undefined
        return values.flatMap(value => value ?? []) as (string | number)[]
      }
    },
  }
}

const meant = (word: string, names: readonly string[]): string => {
  const guess = closest(word, names)
  return guess === null ? `its fields are ${names.join(', ')}` : `did you mean ${guess}?`
}

function placed(
  {message: name, step}: PatternSpec,
  file: UserFile<unknown>,
  path: Path,
): {message: Message; step: Step} {
  const message = messageOf(name)
  if (message === undefined) {
    const guess = closest(
      name,
      ALL_MESSAGES.map(other => other.name),
    )
    const hint = guess === null ? '' : `; did you mean ${guess}?`
    throw file.error([...path, 'message'], `${name} is no message that a trace can show${hint}`)
  }
  const steps = stepsOf(message)
  const [only] = steps
  if (step === undefined && steps.length === 1) return {message, step: only as Step}
  if (step === undefined) {
    throw file.error(path, `${message.name} has the steps ${steps.join(', ')}: say which one with step`)
  }
  const completion = step === 'M4' ? messageByName(message.counterpart ?? '') : undefined
  if (message.kind === 'task' && completion) return {message: completion, step: 'IND'}
  if (message.kind === 'completion' && step === 'M4') return {message, step: 'IND'}
  if (!steps.includes(step)) {
    throw file.error([...path, 'step'], `${message.name} has no step ${step}, only ${steps.join(', ')}`)
  }
  return {message, step: step as Step}
}

function stepsOf({kind, counterpart}: Message): readonly string[] {
  if (kind === 'task') return counterpart === null ? ['M1', 'M3'] : ['M1', 'M3', 'M4']
  if (kind === 'property' || kind === 'legacy-request' || kind === 'ndis-request') return ['M1', 'M3']
  return [kind === 'log' ? 'LOG' : 'IND']
}

/** Names that nothing in a trace can have are refused, also those that only look like messages. */
function messageOf(name: string): Message | undefined {
  const named = messageByName(name) ?? legacyMessage(name)
  if (named !== undefined) return ALL_MESSAGES.includes(named) ? named : undefined
  if (LOGGED.test(name.toUpperCase())) return logMessage(name)
  return /^OID_(?!WDI_|DOT11_)/i.test(name) ? requestMessage(name) : undefined
}
