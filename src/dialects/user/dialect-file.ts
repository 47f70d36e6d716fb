import {Ajv, type ErrorObject} from 'ajv'
import {isMap, isNode, LineCounter, parseDocument} from 'yaml'
import {DialectError} from './dialect-error.js'
import {DIALECT_SCHEMA, type DialectSpec} from './dialect-schema.js'

/** Members and indexes from the top of the file to a value. */
export type Path = readonly (string | number)[]

/** A dialect file with a valid form, and the places of its values for errors about their meaning. */
export interface DialectFile {
  readonly spec: DialectSpec
  /** An error about the value at a path, or about a part of it as it is written there. */
  error(path: Path, sentence: string, part?: string): DialectError
}

/** Larger files are no dialects. */
const LARGEST = 1 << 20

function sentenceOf(error: ErrorObject): string {
  const at = error.instancePath.split('/').slice(1)
  const what = at.length === 0 ? 'a dialect' : `${at.at(-1)?.match(/^\d+$/) ? `${at.at(-2)}[${at.at(-1)}]` : at.at(-1)}`
  const {params} = error
  switch (error.keyword) {
    case 'required':
      return `${what} needs "${params.missingProperty}"`
    case 'additionalProperties':
      return `"${params.additionalProperty}" is no key of ${what}`
    case 'enum':
      return `${what} is one of ${(params.allowedValues as string[]).join(', ')}`
    case 'type':
      return `${what} has to be ${[params.type].flat().join(' or ')}`
    default:
      return `${what} ${error.message}`
  }
}

/**
 * Reads YAML or JSON (which is YAML) and checks it against the schema.
 * Throws a DialectError with line and column of the first mistake.
 */
export function readDialectFile(source: string, file: string): DialectFile {
  const lines = new LineCounter()
  const place = (offset: number, sentence: string): DialectError => {
    const {line, col} = lines.linePos(Math.max(0, offset))
    return new DialectError(file, line || 1, col || 1, sentence)
  }
  if (source.length > LARGEST) throw new DialectError(file, 1, 1, 'the file is larger than 1 MiB: this is no dialect')
  const document = parseDocument(source, {lineCounter: lines, prettyErrors: false, uniqueKeys: true})
  const [mistake] = document.errors
  if (mistake) throw place(mistake.pos[0], `this is no valid YAML: ${mistake.message}`)

  /** Start of a value, or of the key of a member that should not be there. */
  const offsetOf = (path: Path, key?: string): number => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true)
    if (key !== undefined && isMap(node)) {
      const pair = node.items.find(item => String(item.key) === key)
      if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0
    }
    return isNode(node) ? (node.range?.[0] ?? 0) : 0
  }

  let value: unknown
  try {
    value = document.toJS({maxAliasCount: 100})
  } catch (error) {
    throw place(0, `this is no valid YAML: ${(error as Error).message}`)
  }
  const validate = new Ajv({allErrors: false, strict: false}).compile<DialectSpec>(DIALECT_SCHEMA)
  if (!validate(value)) {
    const error = validate.errors?.[0] as ErrorObject
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .map(part => (/^\d+$/.test(part) ? Number(part) : part))
    throw place(offsetOf(path, error.params.additionalProperty as string | undefined), sentenceOf(error))
  }
  const partOf = (offset: number, part: string): number => {
    const at = part === '' ? -1 : source.indexOf(part, offset)
    const end = source.indexOf('\n', offset)
    return at < 0 || (end >= 0 && at > end) ? offset : at
  }
  return {spec: value, error: (path, sentence, part = '') => place(partOf(offsetOf(path), part), sentence)}
}
