import {open} from 'node:fs/promises'
import {readFailure} from './read-failure.js'
import type {Source} from './source.js'
import {unpacked} from './unpacked.js'

/** Large enough that the system calls do not count, small enough to stay in the processor's cache. */
const READ_SIZE = 256 * 1024

/** A file on disk, also a pipe or a device that is named like one. */
export function fileSource(path: string): Source {
  return {path, bytes: () => unpacked(path, read(path))}
}

async function* read(path: string): AsyncGenerator<Uint8Array> {
  try {
    const file = await open(path, 'r')
    try {
      const buffer = Buffer.allocUnsafeSlow(READ_SIZE)
      for (;;) {
        // Without a position, so that pipes can be read as well.
        const {bytesRead} = await file.read(buffer, 0, READ_SIZE, null)
        if (bytesRead === 0) return
        yield buffer.subarray(0, bytesRead)
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw readFailure(path, error)
  }
}
