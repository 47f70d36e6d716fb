import {readSync} from 'node:fs'
import {type FileHandle, open} from 'node:fs/promises'
import {readFailure} from './read-failure.js'
import type {Room, Source} from './source.js'
import {unpacked} from './unpacked.js'

/** Large enough that the system calls do not count, small enough to stay in the processor's cache. */
const READ_SIZE = 256 * 1024

/** A file on disk, also a pipe or a device that is named like one. */
export function fileSource(path: string): Source {
  return {path, bytes: room => unpacked(path, room => read(path, room), room)}
}

/** After so many bytes the program looks up: a signal may have come. */
const TURN = 1 << 24

async function* read(path: string, room: Room): AsyncGenerator<Uint8Array> {
  try {
    const file = await open(path, 'r')
    try {
      // Waiting for each piece of a file in the cache would take longer than reading it; pipes may keep one waiting.
      if ((await file.stat()).isFile()) yield* readFile(file, room)
      else yield* readStream(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw readFailure(path, error)
  }
}

async function* readFile({fd}: FileHandle, room: Room): AsyncGenerator<Uint8Array> {
  const own = Buffer.allocUnsafeSlow(READ_SIZE)
  let sinceTurn = 0
  for (;;) {
    const buffer = room() ?? own
    const length = readSync(fd, buffer, 0, buffer.length, null)
    if (length === 0) return
    yield buffer.subarray(0, length)
    sinceTurn += length
    if (sinceTurn < TURN) continue
    sinceTurn = 0
    await new Promise(resolve => setImmediate(resolve))
  }
}

async function* readStream(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(READ_SIZE)
  for (;;) {
    // Without a position, so that pipes can be read as well.
    const {bytesRead} = await file.read(buffer, 0, READ_SIZE, null)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}
