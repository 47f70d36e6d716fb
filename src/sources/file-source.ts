import {closeSync, openSync, readSync, statSync} from 'node:fs'
import {open} from 'node:fs/promises'
import {readFailure} from './read-failure.js'
import type {Room, Source} from './source.js'
import {unpacked} from './unpacked.js'

/** Large enough that the system calls do not count, small enough to stay in the processor's cache. */
const READ_SIZE = 256 * 1024
/** The first piece only has to show what the file is: then the reader may have a better place for the others. */
const FIRST_SIZE = 64 * 1024

/** A file on disk, also a pipe or a device that is named like one. */
export function fileSource(path: string): Source {
  return {path, onDisk: true, bytes: room => unpacked(path, room => read(path, room), room)}
}

/** After so many bytes the program looks up: a signal may have come. */
const TURN = 1 << 24

async function* read(path: string, room: Room): AsyncGenerator<Uint8Array> {
  try {
    // Waiting for each piece of a file in the cache would take longer than reading it; pipes may keep one waiting.
    if (statSync(path).isFile()) yield* readFile(path, room)
    else yield* readStream(path)
  } catch (error) {
    throw readFailure(path, error)
  }
}

async function* readFile(path: string, room: Room): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    let own: Buffer | null = null
    let buffer: Uint8Array = Buffer.allocUnsafeSlow(FIRST_SIZE)
    let sinceTurn = 0
    for (;;) {
      const length = readSync(file, buffer, 0, buffer.length, null)
      if (length === 0) return
      yield buffer.subarray(0, length)
      sinceTurn += length
      if (sinceTurn >= TURN) {
        sinceTurn = 0
        await new Promise(resolve => setImmediate(resolve))
      }
      own ??= room() === null ? Buffer.allocUnsafeSlow(READ_SIZE) : null
      buffer = room() ?? own ?? buffer
    }
  } finally {
    closeSync(file)
  }
}

async function* readStream(path: string): AsyncGenerator<Uint8Array> {
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
}
