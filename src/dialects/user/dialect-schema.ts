/** One rule of a dialect file. */
export interface RuleSpec {
  readonly line: string
  readonly step?: 'M1' | 'M3' | 'M4' | 'IND'
  readonly message?: string
}

/** One test that a dialect file carries; `is: null`: the line is none of the dialect's. */
export interface TestSpec {
  readonly line: string
  readonly is: Readonly<Record<string, string | number | null>> | null
}

/** Content of a dialect file, dialects.md 3. */
export interface DialectSpec {
  readonly name: string
  readonly title?: string
  readonly match?: {readonly provider?: string; readonly guid?: string}
  readonly rules: readonly RuleSpec[]
  readonly aliases?: Readonly<Record<string, string>>
  readonly tests?: readonly TestSpec[]
}

const text = (maxLength: number) => ({type: 'string', minLength: 1, maxLength})

/** JSON Schema (2020-12) of a dialect file. */
export const DIALECT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'roamscope dialect',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'rules'],
  properties: {
    name: {...text(64), pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$'},
    title: text(200),
    match: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        provider: text(200),
        guid: {type: 'string', pattern: '^\\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}?$'},
      },
    },
    rules: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['line'],
        properties: {line: text(2000), step: {enum: ['M1', 'M3', 'M4', 'IND']}, message: text(200)},
      },
    },
    aliases: {type: 'object', additionalProperties: text(200)},
    tests: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['line', 'is'],
        properties: {
          line: {type: 'string', maxLength: 8192},
          is: {
            anyOf: [
              {type: 'null'},
              {type: 'object', minProperties: 1, additionalProperties: {type: ['string', 'number', 'null']}},
            ],
          },
        },
      },
    },
  },
} as const
