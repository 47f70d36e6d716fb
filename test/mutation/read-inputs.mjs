// Parsers are not mutated and events are not written to after their numbers are set, so a text is read once.
import {readInputs as read} from '../../src/analysis/read-inputs.js'

const known = new Map()

export async function readInputs(sources, options) {
  const chunks = []
  for (const source of sources) for await (const bytes of source.bytes()) chunks.push(bytes)
  const key = chunks.map(bytes => bytes.toString('latin1')).join('\u0000')
  const before = known.get(key)
  if (before !== undefined) return before
  const inputs = await read(sources, options)
  known.set(key, inputs)
  return inputs
}
