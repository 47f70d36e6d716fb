import {createHash} from 'node:crypto'

/** Bytes without any order, the same ones for a seed on every machine. */
export function randomBytesOf(seed: string, length: number): Buffer {
  const parts = Array.from({length: Math.ceil(length / 32)}, (_, i) =>
    createHash('sha256').update(`${seed} ${i}`).digest(),
  )
  return Buffer.concat(parts).subarray(0, length)
}
