import type {ErrorObject} from 'ajv'
import {Ajv2020} from 'ajv/dist/2020.js'
import {isMap, isNode, LineCounter, parseDocument} from 'yaml'
import {schemaSentence} from './schema-sentence.js'
import {UserFileError} from './user-file-error.js'

/** Members and indexes from the top of the file to a value. */
export type Path = readonly (string | number)[]

/** A file with a valid form, and the places of its values for errors about their meaning. */
export interface UserFile<Content> {
  /** Path as the user gave it. */
  readonly file: string
  readonly content: Content
  /** An error about the value at a path, or about a part of it as it is written there. */
  error(path: Path, sentence: string, part?: string): UserFileError
  /** Such an error about the key at the end of the path. */
  keyError(path: Path, sentence: string): UserFileError
}

/** What a kind of file is called in sentences ("dialect"), and its JSON Schema (2020-12). */
export interface Kind {
  readonly name: string
  readonly schema: object
}

/** Larger files are not written by hand. */
const LARGEST = 1 << 20

/**
 * Reads YAML or JSON (which is YAML) and checks it against the schema of its kind.
 * Throws a UserFileError with line and column of the first mistake.
 */
export function readUserFile<Content>(source: string, file: string, {name, schema}: Kind): UserFile<Content> {
  const lines = new LineCounter()
  const place = (offset: number, sentence: string): UserFileError => {
    const {line, col} = lines.linePos(Math.max(0, offset))
    return new UserFileError(file, line || 1, col || 1, sentence)
  }
  if (source.length > LARGEST) throw new UserFileError(file, 1, 1, `the file is larger than 1 MiB: this is no ${name}`)
  const document = parseDocument(source, {lineCounter: lines, prettyErrors: false, uniqueKeys: true})
  const [mistake] = document.errors
  if (mistake) throw place(mistake.pos[0], `this is no valid YAML: ${mistake.message}`)

  const nodeAt = (path: Path) => (path.length === 0 ? document.contents : document.getIn(path, true))
  const offsetOf = (path: Path): number => {
    const node = nodeAt(path)
    return isNode(node) ? (node.range?.[0] ?? 0) : 0
  }
  const keyOffset = (path: Path): number => {
    const holder = nodeAt(path.slice(0, -1))
    const pair = isMap(holder) ? holder.items.find(item => String(item.key) === String(path.at(-1))) : undefined
    return isNode(pair?.key) ? (pair.key.range?.[0] ?? 0) : offsetOf(path.slice(0, -1))
  }

  let value: unknown
  try {
    value = document.toJS({maxAliasCount: 100})
  } catch (error) {
    throw place(0, `this is no valid YAML: ${(error as Error).message}`)
  }
  const validate = new Ajv2020({allErrors: false, strict: false, verbose: true}).compile<Content>(schema)
  if (!validate(value)) {
    const error = validate.errors?.[0] as ErrorObject
    const path = pathOf(error.instancePath)
    const surplus = error.params.additionalProperty as string | undefined
    throw place(surplus === undefined ? offsetOf(path) : keyOffset([...path, surplus]), schemaSentence(error, name))
  }
  const partOf = (offset: number, part: string): number => {
    const at = part === '' ? -1 : source.indexOf(part, offset)
    const end = source.indexOf('\n', offset)
    return at < 0 || (end >= 0 && at > end) ? offset : at
  }
  return {
    file,
    content: value as Content,
    error: (path, sentence, part = '') => place(partOf(offsetOf(path), part), sentence),
    keyError: (path, sentence) => place(keyOffset(path), sentence),
  }
}

/** A JSON pointer. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part))
}
