import {document, integer, list, object, orNull, type Schema, text} from './parts.js'
import * as words from './words.js'

export const rules: Schema = document(
  'roamscope rules --format json',
  list(
    object({
      id: text,
      category: words.category,
      tier: {enum: [1, 2]},
      severity: words.severity,
      blame: text,
      basis: words.basis,
      class: words.sourceClass,
      statement: text,
      source: text,
      numbers: orNull(text),
    }),
  ),
)

export const ruleTests: Schema = document(
  'roamscope rules --test --format json',
  list(
    object({
      rule: text,
      file: text,
      line: integer,
      title: text,
      passed: {type: 'boolean'},
      expected: list(text),
      found: list(text),
    }),
  ),
)

/** Everything that the thing may mean, the likeliest first. */
export const explain: Schema = document(
  'roamscope explain --format json',
  list(
    object({
      kind: text,
      name: text,
      value: orNull(integer),
      text,
      source: orNull(text),
      details: {type: 'object', description: 'What else is known, by label.'},
    }),
  ),
)

export const error: Schema = document(
  'an error under --format json, on stderr',
  object({error: object({code: {...integer, enum: [2, 3, 4]}, message: text, hint: orNull(text)})}),
)
