import type {SessionKind} from '../../sessions/session.js'
import {DURATION} from '../files/duration-text.js'

/** What a value has to be; several operators all have to hold. */
export type ConditionSpec =
  | Scalar
  | {
      readonly not?: Scalar
      readonly in?: readonly Scalar[]
      readonly above?: number
      readonly below?: number
      readonly present?: boolean
    }

export type Scalar = string | number | boolean

/** Records of one message and step whose fields fulfil conditions. */
export interface PatternSpec {
  readonly message: string
  readonly step?: 'M1' | 'M3' | 'M4' | 'IND' | 'LOG'
  readonly where?: Readonly<Record<string, ConditionSpec>>
}

export interface TestSpec {
  readonly title?: string
  readonly scenario: string
  readonly expect: readonly {readonly atMs: number | null; readonly verdict: 'violation' | 'inconclusive'}[]
}

/** One rule as users write it. Its shape is that of its first key: after and expect, never, or only and ifBefore. */
export interface RuleSpec {
  readonly id: string
  readonly title: string
  readonly severity?: 'error' | 'warning' | 'info'
  readonly blame?: 'driver' | 'host' | 'ap' | 'either'
  readonly why?: string
  readonly next?: string
  readonly docs?: string
  readonly message?: string
  readonly scope?: 'port' | 'adapter' | 'session'
  readonly kinds?: readonly SessionKind[]
  readonly same?: readonly string[]
  readonly after?: PatternSpec
  readonly expect?: PatternSpec
  readonly unless?: readonly PatternSpec[]
  readonly never?: PatternSpec
  readonly between?: {readonly from: PatternSpec; readonly to: PatternSpec}
  readonly only?: PatternSpec
  readonly ifBefore?: PatternSpec
  readonly within?: string
  readonly tests?: readonly TestSpec[]
}

export interface RulesSpec {
  readonly rules: readonly RuleSpec[]
}

/** The compiler sees to it that none is forgotten. */
const KINDS: Readonly<Record<SessionKind, true>> = {
  roam: true,
  connect: true,
  'legacy-roam': true,
  'legacy-connect': true,
  disconnect: true,
  'trigger-only': true,
  scan: true,
  reset: true,
  'link-change': true,
  task: true,
}

const text = (maxLength: number) => ({type: 'string', minLength: 1, maxLength})
const list = <T extends object>(items: T, maxItems: number) => ({type: 'array', minItems: 1, maxItems, items})
const object = <T extends object>(required: readonly string[], properties: T) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})
const scalar = {type: ['string', 'number', 'boolean'], maxLength: 200}

const condition = {
  type: ['string', 'number', 'boolean', 'object'],
  maxLength: 200,
  additionalProperties: false,
  minProperties: 1,
  properties: {
    not: scalar,
    in: list(scalar, 100),
    above: {type: 'number'},
    below: {type: 'number'},
    present: {type: 'boolean'},
  },
}

const pattern = object(['message'], {
  message: text(100),
  step: {enum: ['M1', 'M3', 'M4', 'IND', 'LOG']},
  where: {type: 'object', minProperties: 1, additionalProperties: condition},
})

const test = object(['scenario', 'expect'], {
  title: text(200),
  scenario: text(100_000),
  expect: {
    type: 'array',
    maxItems: 100,
    items: object(['atMs', 'verdict'], {
      atMs: {type: ['number', 'null']},
      verdict: {enum: ['violation', 'inconclusive']},
    }),
  },
})

/** A list of rules, in a rules file or in the configuration. */
export const RULE_LIST = list(
  object(['id', 'title'], {
    id: {...text(80), pattern: '^user-[a-z0-9]+(-[a-z0-9]+)*$', examples: ['user-keys-late']},
    title: text(300),
    severity: {enum: ['error', 'warning', 'info']},
    blame: {enum: ['driver', 'host', 'ap', 'either']},
    why: text(1000),
    next: text(1000),
    docs: {...text(500), pattern: '^https?://\\S+$', examples: ['https://wiki.example/roaming']},
    message: text(500),
    scope: {enum: ['port', 'adapter', 'session']},
    kinds: list({enum: Object.keys(KINDS)}, 10),
    same: list(text(50), 5),
    after: pattern,
    expect: pattern,
    unless: list(pattern, 20),
    never: pattern,
    between: object(['from', 'to'], {from: pattern, to: pattern}),
    only: pattern,
    ifBefore: pattern,
    within: DURATION,
    tests: {...list(test, 200), minItems: 0},
  }),
  500,
)

/** JSON Schema (2020-12) of a rules file. */
export const RULES_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'roamscope rules file',
  ...object(['rules'], {$schema: {type: 'string'}, rules: RULE_LIST}),
}
