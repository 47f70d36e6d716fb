import {type FileHandle, open, rename, unlink} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import type {Unfinished} from './signals.js'
import {UserError} from './user-error.js'

/** A file that appears whole or not at all: written under another name beside it, then renamed. */
export class SavedFile {
  readonly #pending: string
  #handle: FileHandle | null = null

  constructor(
    readonly path: string,
    readonly unfinished: Unfinished,
  ) {
    this.#pending = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  }

  /** Called before the work begins, so that a wrong path costs no waiting. */
  async open(): Promise<void> {
    this.unfinished.add(this.#pending)
    this.#handle = await this.#attempt(() => open(this.#pending, 'w'))
  }

  async write(pieces: Iterable<string>): Promise<void> {
    let text = ''
    for (const piece of pieces) {
      text += piece
      if (text.length < 65_536) continue
      await this.#append(text)
      text = ''
    }
    if (text !== '') await this.#append(text)
  }

  async finish(): Promise<void> {
    await this.#attempt(async () => {
      await this.#handle?.close()
      await rename(this.#pending, this.path)
    })
    this.unfinished.done(this.#pending)
  }

  async discard(): Promise<void> {
    await this.#handle?.close().catch(() => undefined)
    await unlink(this.#pending).catch(() => undefined)
    this.unfinished.done(this.#pending)
  }

  async #append(text: string): Promise<void> {
    await this.#attempt(async () => this.#handle?.writeFile(text))
  }

  async #attempt<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new UserError(
        2,
        `${this.path} cannot be written: ${why}.`,
        'Name a file in a folder that exists and is yours.',
      )
    }
  }
}
