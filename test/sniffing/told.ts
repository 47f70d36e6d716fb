import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {InputReport} from '../../src/analysis/analysis.js'
import {inputReport, type ReadInput, readInputs} from '../../src/analysis/read-inputs.js'
import {recogniser} from '../../src/dialects/index.js'

/** Real exports, which lie beside the project: tests of them are left out where they are missing. */
export const corpus = join(import.meta.dirname, '../../../shared/corpus/real')
export const noCorpus = !existsSync(corpus)

/** What a file of these bytes is told to be. Its path is of no help. */
export async function told(bytes: Uint8Array): Promise<InputReport> {
  async function* pieces() {
    yield bytes
  }
  const [input] = await readInputs([{path: '?', bytes: pieces}], {
    parse: {tzMinutes: null, dateOrder: null, prefix: null},
    recogniser: () => recogniser(),
    hash: false,
  })
  return inputReport(input as ReadInput)
}
