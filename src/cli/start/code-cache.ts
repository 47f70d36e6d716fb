import {mkdirSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cachedDataVersionTag} from 'node:v8'
import type {Script} from 'node:vm'
import {packed, unpacked} from './packed.js'
import {trustedFile} from './trusted-file.js'

/** A cache that nobody renewed for so long belongs to a version that nobody runs. */
const OUTLIVED_MS = 30 * 24 * 60 * 60 * 1000
/** One run in so many looks whether it compiled much that the cache lacks. */
const LOOK_EVERY = 64
const MUCH = 1.05

export interface CacheOptions {
  /** Where to look, the first one first. */
  readonly folders: readonly string[]
  /** What the code is for: one file each, for what different purposes make hot differs. */
  readonly purpose: string
  /** Of the chunks. */
  readonly build: string
  /** User to whom the program belongs. */
  readonly owner: number
}

/**
 * Compiled code of the chunks, kept from run to run in one file. Whatever is wrong with it, the code is compiled and
 * the file written anew; it never fails a run. The name of the file holds all that the code depends on.
 */
export class CodeCache {
  readonly #name: string
  readonly #known: ReadonlyMap<string, Buffer>
  #incomplete = false

  constructor(readonly options: CacheOptions) {
    const {version, arch} = process
    this.#name = `${options.purpose}-${options.build}-${version}-${arch}-${cachedDataVersionTag().toString(36)}`
    this.#known = this.#read()
  }

  get(chunk: string): Buffer | undefined {
    return this.#known.get(chunk)
  }

  /** A chunk had to be compiled. */
  missed(): void {
    this.#incomplete = true
  }

  /** At the end of a run, when all functions that it needed are compiled. */
  save(scripts: ReadonlyMap<string, Script>): void {
    if (!this.#incomplete && Math.random() * LOOK_EVERY > 1) return
    for (const folder of this.options.folders) {
      try {
        this.#saveIn(folder, scripts)
        return
      } catch {
        // Read-only or full; or another process holds the file, on a system that locks them.
      }
    }
  }

  #read(): ReadonlyMap<string, Buffer> {
    for (const folder of this.options.folders) {
      const bytes = trustedFile(join(folder, this.#name), this.options.owner)
      const chunks = bytes && unpacked(bytes)
      if (chunks) return chunks
    }
    return new Map()
  }

  /** Under another name first: whoever reads at this moment meets the old file or the new one, both whole. */
  #saveIn(folder: string, scripts: ReadonlyMap<string, Script>): void {
    mkdirSync(folder, {recursive: true})
    // Workers of one process may save at the same time.
    const pending = join(folder, `${this.#name}.${process.pid}.${Math.random().toString(36).slice(2)}`)
    // Before the work: most folders that cannot be written say so here.
    writeFileSync(pending, '', {mode: 0o644})
    try {
      const chunks = new Map(this.#known)
      for (const [name, script] of scripts) chunks.set(name, script.createCachedData())
      if (this.#incomplete || sizeOf(chunks) > sizeOf(this.#known) * MUCH) {
        writeFileSync(pending, packed(chunks))
        renameSync(pending, join(folder, this.#name))
      } else unlinkSync(pending)
    } catch (error) {
      unlinkSync(pending)
      throw error
    }
    this.#clear(folder)
  }

  #clear(folder: string): void {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (name.startsWith(`${this.options.purpose}-`) && Date.now() - statSync(path).mtimeMs > OUTLIVED_MS) {
        unlinkSync(path)
      }
    }
  }
}

const sizeOf = (chunks: ReadonlyMap<string, Buffer>): number =>
  [...chunks.values()].reduce((sum, {length}) => sum + length, 0)
