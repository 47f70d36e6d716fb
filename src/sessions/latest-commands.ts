import type {Command} from './task.js'

/** The latest command of each message and transaction id. */
export class LatestCommands<C extends Pick<Command, 'message' | 'transactionId'>> {
  readonly #byMessage = new Map<string, Map<number | null, C>>()

  set(command: C): void {
    const {message, transactionId} = command
    const known = this.#byMessage.get(message.name)
    if (known === undefined) this.#byMessage.set(message.name, new Map([[transactionId, command]]))
    else known.set(transactionId, command)
  }

  /** The command that a response names; null: it names none, or an unknown one. */
  of({message, transactionId}: Pick<Command, 'message' | 'transactionId'>): C | null {
    return transactionId === null ? null : (this.#byMessage.get(message.name)?.get(transactionId) ?? null)
  }
}
