import {RE2JS, RE2JSException} from 're2js'
import type {Message} from '../../events/message.js'
import {labelOf, normalise} from '../words/labels.js'
import type {DialectFile} from './dialect-file.js'
import type {RuleSpec} from './dialect-schema.js'
import {requiredLiteral} from './required-literal.js'
import {resolveMessage} from './resolve-message.js'

/** A rule that is ready to be matched. */
export interface Rule {
  readonly pattern: RE2JS
  /** Lower case; null: any text may match. */
  readonly literal: string | null
  readonly step: RuleSpec['step'] | null
  /** Where the line does not name it. */
  readonly message: Message | null
  /** Name of each named group, and the field it fills. */
  readonly groups: readonly (readonly [group: string, field: string])[]
  /** Size of the compiled pattern: matching costs at most this times the length of the line. */
  readonly size: number
}

/** Steps of a matcher on the longest line stay in the tens of millions. */
const LARGEST = 2000
const OWN = ['message', 'step']

function compile(file: DialectFile, index: number, source: string): RE2JS {
  const path = ['rules', index, 'line']
  try {
    return RE2JS.compile(source)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const {error: what, input} = error as RE2JSException & {error?: string; input?: string}
    const ahead = /^\(\?(?:=|!|<=|<!)/.test(input ?? '')
    const back = /^\\(?:\d|k)/.test(input ?? '')
    const why = ahead
      ? 'look-around is not supported, since it cannot be matched in linear time'
      : back
        ? 'back-references are not supported, since they cannot be matched in linear time'
        : `${what ?? error.message}: ${input ?? ''}`
    throw file.error(path, `the pattern cannot be used: ${why}`, input ?? '')
  }
}

/** The field that a group fills: any spelling of the vocabulary, or a text field by name. */
function fieldOf(group: string): string | null {
  const name = normalise(group)
  if (OWN.includes(name)) return name
  return labelOf(group)?.field ?? null
}

function messageOf(file: DialectFile, index: number, spec: RuleSpec, aliases: ReadonlyMap<string, Message>) {
  if (spec.message === undefined) return null
  const message = aliases.get(normalise(spec.message)) ?? resolveMessage(spec.message)
  if (message) return message
  throw file.error(['rules', index, 'message'], `${spec.message} is no message of WDI or Native 802.11 and no alias`)
}

/** Compiles a rule; throws a UserFileError where its pattern, groups or message make no sense. */
export function compileRule(file: DialectFile, index: number, aliases: ReadonlyMap<string, Message>): Rule {
  const spec = file.content.rules[index] as RuleSpec
  const pattern = compile(file, index, spec.line)
  const path = ['rules', index, 'line']
  const size = pattern.programSize()
  if (size > LARGEST) {
    throw file.error(
      path,
      `the pattern is too large to be matched against every line (${size} steps, at most ${LARGEST})`,
    )
  }
  const message = messageOf(file, index, spec, aliases)
  const groups = Object.keys(pattern.namedGroups()).map(group => {
    const field = fieldOf(group)
    if (field === null) throw file.error(path, `the group "${group}" is no field of the vocabulary`, `<${group}>`)
    return [group, field] as const
  })
  if (message === null && !groups.some(([, field]) => field === 'message')) {
    throw file.error(['rules', index], 'a rule needs a group named message, or a key message')
  }
  return {pattern, literal: requiredLiteral(spec.line), step: spec.step ?? null, message, groups, size}
}
