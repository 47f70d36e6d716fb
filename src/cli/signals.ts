import {unlinkSync} from 'node:fs'

/** Files that must not stay behind when the run is cut short. */
export class Unfinished {
  readonly #paths = new Set<string>()

  add(path: string): void {
    this.#paths.add(path)
  }

  done(path: string): void {
    this.#paths.delete(path)
  }

  discard(): void {
    for (const path of this.#paths) {
      try {
        unlinkSync(path)
      } catch {
        // It may never have been created; there is nobody left to tell.
      }
    }
    this.#paths.clear()
  }
}

const codes = {SIGINT: 130, SIGTERM: 143} as const

/** Ends with the shell's code for the signal and leaves nothing half-written. */
export function endOnSignals(unfinished: Unfinished): void {
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      unfinished.discard()
      process.exit(code)
    })
  }
}
