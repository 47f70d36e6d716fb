import {analysis, ndjson, sessions} from './analysis.js'
import {error, explain, rules, ruleTests} from './catalogue.js'
import {health} from './health.js'
import {inspect} from './inspect.js'
import {decode, events} from './messages.js'
import type {Schema} from './parts.js'

/** Every JSON output by the name that `roamscope schema` takes. */
export const schemas: ReadonlyMap<string, Schema> = new Map(
  Object.entries({
    analysis,
    ndjson,
    inspect,
    sessions,
    health,
    events,
    rules,
    'rule-tests': ruleTests,
    decode,
    explain,
    error,
  }),
)
