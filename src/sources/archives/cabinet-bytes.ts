import {SourceError} from '../source.js'
import {BlockError, CabinetBlocks} from './cabinet-blocks.js'
import type {CabinetFile} from './cabinet-listing.js'
import {lostPart} from './lost-part.js'
import {type Store, TURN} from './store.js'

/**
 * Unpacks files of a cabinet. Those of a folder are packed as one, so that reading one means unpacking all before it:
 * it remembers where the last one ended, and files that are read in order are unpacked once.
 */
export class CabinetBytes {
  #blocks: CabinetBlocks | null = null

  /** What can be read before a SourceError is given out; `path` is for its sentence. */
  async *read(store: Store, {folder, start, size}: CabinetFile, path: string): AsyncGenerator<Uint8Array> {
    const blocks = this.#take(folder, start)
    let given = 0
    try {
      for (let sinceTurn = 0; given < size; ) {
        const piece = blocks.from(start + given).subarray(0, size - given)
        if (piece.length === 0) sinceTurn += blocks.advance(store)
        else {
          given += piece.length
          yield piece
        }
        if (sinceTurn < TURN) continue
        sinceTurn = 0
        await new Promise(resolve => setImmediate(resolve))
      }
    } catch (error) {
      throw error instanceof BlockError ? new SourceError(lostPart(path, error.message, given)) : error
    } finally {
      this.#blocks = blocks
    }
  }

  /** Nobody else may move the blocks on while a file is read. */
  #take(folder: CabinetFile['folder'], start: number): CabinetBlocks {
    const known = this.#blocks
    this.#blocks = null
    return known !== null && known.folder === folder && known.start <= start ? known : new CabinetBlocks(folder)
  }
}
