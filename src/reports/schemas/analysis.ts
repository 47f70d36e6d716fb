import * as facts from './facts.js'
import {count, document, list, object, ref, type Schema} from './parts.js'

const defs = {
  input: object(facts.input),
  capture: object(facts.capture),
  session: object(facts.session, ['windows']),
  finding: object(facts.finding),
  rule: object(facts.rule),
}

const properties = {
  schemaVersion: facts.schemaVersion,
  tool: facts.tool,
  verdict: object(facts.verdict),
  inputs: list(ref('input')),
  capture: ref('capture'),
  sessions: list(ref('session')),
  findings: list(ref('finding')),
  rules: list(ref('rule')),
}

/** `analyze --format json`; with `--each` an array of these. */
export const analysis: Schema = document('roamscope analyze --format json', object(properties), defs)

export const sessions: Schema = document('roamscope sessions --format json', list(ref('session')), {
  session: defs.session,
})

const line = (type: string, facts: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => {
  const own = object({type: {const: type}, ...facts}, optional)
  // The number of the capture is there under --each only.
  return {...own, properties: {...(own.properties as object), capture: count}}
}

/** A line of `analyze --format ndjson`. */
export const ndjson: Schema = document('a line of roamscope analyze --format ndjson', {
  oneOf: [
    line('capture', {schemaVersion: facts.schemaVersion, tool: facts.tool, ...facts.capture}),
    line('input', facts.input),
    line('session', facts.session, ['windows']),
    line('finding', facts.finding),
    line('rule', facts.rule),
    line('verdict', facts.verdict),
  ],
})
