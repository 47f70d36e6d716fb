import {setFlagsFromString} from 'node:v8'

/**
 * How V8 is asked to work on traces: to collect sooner (garbage of reading would otherwise pile up to several times what is
 * kept), and to keep compiled code, which is saved at the end, of what was needed only at the beginning.
 */
const WORK = ['--heap-growing-percent=20', '--no-flush-bytecode']
const PLAIN = ['--heap-growing-percent=0', '--flush-bytecode']

/**
 * V8 takes compiled code only under the flags under which it was made: ours, and that of Node's own modules. So the
 * flags are set when the modules are loaded, and taken back while another chunk is.
 */
export class V8Flags {
  #working = false

  work(): void {
    this.#working = true
    for (const flag of WORK) setFlagsFromString(flag)
  }

  plainly<T>(action: () => T): T {
    if (!this.#working) return action()
    for (const flag of PLAIN) setFlagsFromString(flag)
    try {
      return action()
    } finally {
      this.work()
    }
  }
}
