/** A JSON Schema, draft 2020-12. */
export type Schema = Readonly<Record<string, unknown>>

export const draft = 'https://json-schema.org/draft/2020-12/schema'

export const integer: Schema = {type: 'integer'}
export const count: Schema = {type: 'integer', minimum: 0}
export const text: Schema = {type: 'string'}
export const micros: Schema = {
  type: 'integer',
  description: 'Microseconds since 1970-01-01T00:00:00Z; in relative traces since the zero of the trace.',
}
export const orNull = (schema: Schema): Schema => ({anyOf: [schema, {type: 'null'}]})
export const oneOf = (...values: readonly string[]): Schema => ({enum: values})
export const list = (items: Schema): Schema => ({type: 'array', items})
export const ref = (name: string): Schema => ({$ref: `#/$defs/${name}`})

/** Every key is always there, and there are no others. */
export const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  additionalProperties: false,
})

/** A schema of its own, with the definitions that it uses. */
export const document = (title: string, schema: Schema, defs: Readonly<Record<string, Schema>> = {}): Schema => ({
  $schema: draft,
  title,
  ...schema,
  ...(Object.keys(defs).length === 0 ? {} : {$defs: defs}),
})
