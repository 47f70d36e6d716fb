import {quoted} from '../read-failure.js'
import {SourceError} from '../source.js'
import {memoryStore, type Store} from './store.js'

/** Archives inside others can be larger only where they can be read on the spot. */
const LARGEST = 128 * 1024 * 1024

/** The one archive that is held in memory, because it is packed inside another: it has to be read from any place. */
export class Held {
  #key: object | null = null
  #bytes: Uint8Array = new Uint8Array(0)

  /** `key` stands for the archive; `read` unpacks it and is asked if another one is held, or none. */
  async store(key: object, path: string, read: () => AsyncIterable<Uint8Array>): Promise<Store> {
    if (this.#key !== key) {
      this.#key = null
      this.#bytes = new Uint8Array(0)
      this.#bytes = await all(path, read())
      this.#key = key
    }
    return memoryStore(this.#bytes)
  }
}

async function all(path: string, pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > LARGEST) {
      throw new SourceError(
        `${quoted(path)} is an archive of more than ${LARGEST >> 20} MiB inside another; unpack the outer one, and give the folder.`,
      )
    }
    parts.push(new Uint8Array(piece))
  }
  return Buffer.concat(parts)
}
