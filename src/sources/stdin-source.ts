import {readFailure} from './read-failure.js'
import {type Source, SourceError} from './source.js'
import {unpacked} from './unpacked.js'

/** Standard input under the path `-`. It can be read once. */
export function stdinSource(open: () => AsyncIterable<Uint8Array>): Source {
  let used = false
  async function* read(): AsyncGenerator<Uint8Array> {
    if (used) throw new SourceError('Standard input can be read only once; give "-" once, or save it to a file.')
    used = true
    try {
      yield* open()
    } catch (error) {
      throw readFailure('-', error)
    }
  }
  return {path: '-', bytes: () => unpacked('-', read)}
}
