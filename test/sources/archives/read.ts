import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll} from 'vitest'
import {expandPaths} from '../../../src/sources/expand-paths.js'
import {type Source, SourceError} from '../../../src/sources/source.js'

/** What came of a source: its text and, where it was not all, the reason. */
export interface Told {
  readonly path: string
  readonly text: string
  readonly error?: string
}

/** A folder for the tests of a file; `put` writes an archive there and gives its path. */
export function scratch() {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roamscope-archives-'))
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  function put(name: string, bytes: Uint8Array): string {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }

  const bare = (text: string) => text.replaceAll(`${folder}/`, '')
  const told = async (source: Source): Promise<Told> => {
    const {text, error} = await textOf(source)
    return {path: bare(source.path), text, ...(error === null ? {} : {error: bare(error)})}
  }

  /** All that is in an archive, with paths below the folder. */
  async function contents(name: string, bytes: Uint8Array): Promise<{files: Told[]; notes: string[]}> {
    const {sources, notes} = await expandPaths([put(name, bytes)], {stdin: () => process.stdin})
    const files: Told[] = []
    for (const source of sources) files.push(await told(source))
    return {files, notes: notes.map(bare)}
  }
  return {put, contents, bare, told}
}

export async function textOf(source: Source): Promise<{text: string; error: string | null}> {
  const pieces: Buffer[] = []
  let error: string | null = null
  try {
    for await (const piece of source.bytes()) pieces.push(Buffer.from(piece))
  } catch (reason) {
    if (!(reason instanceof SourceError)) throw reason
    error = reason.message
  }
  return {text: Buffer.concat(pieces).toString('latin1'), error}
}
