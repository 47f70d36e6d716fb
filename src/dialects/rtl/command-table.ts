import type {Message} from '../../events/message.js'
import type {TraceRecord} from '../../events/record.js'
import type {LateRecognition, Recognition} from '../dialect.js'
import {recognition} from '../recognition.js'

type Fields = Record<string, readonly string[]>

/** A command whose M1 line waits for the lines that say more of it. */
interface Command {
  readonly oid: number
  readonly message: Message
  readonly record: TraceRecord
  port: number | null
  transactionId: number | null
  answered: boolean
  told: boolean
  readonly fields: Fields
}

type Known = Pick<Recognition, 'port' | 'transactionId' | 'fields'>

/** More threads than a driver handles commands on; beyond it the oldest is forgotten. */
const THREADS = 256

/** The commands that a driver of the WDI sample is handling, by OID, and which thread handles which. */
export class CommandTable {
  /** Latest command of each OID, in the order of their start. */
  readonly #commands = new Map<number, Command>()
  readonly #threads = new Map<number | null, Command>()
  #released: LateRecognition[] = []

  /** It knows of no command. */
  get idle(): boolean {
    return this.#commands.size + this.#threads.size === 0
  }

  open(oid: number, message: Message, record: TraceRecord): void {
    // Tasks, and properties among themselves, come one at a time: whatever else waits will learn no more.
    for (const other of this.#commands.values()) if (other.message.kind === message.kind) this.#tell(other)
    const command: Command = {
      oid,
      message,
      record,
      port: null,
      transactionId: null,
      answered: false,
      told: false,
      fields: {},
    }
    this.#commands.delete(oid)
    this.#commands.set(oid, command)
    this.#handle(record.tid, command)
  }

  /** The response has come; a property is over with it. `again`: it was told before. */
  answer(oid: number): Known | 'again' {
    const command = this.#commands.get(oid)
    if (!command) return {port: null, transactionId: null, fields: {}}
    if (command.answered) return 'again'
    command.answered = true
    if (command.message.kind === 'property') this.#tell(command)
    return this.#known(command)
  }

  answered(oid: number): boolean {
    return this.#commands.get(oid)?.answered ?? false
  }

  complete(oid: number): Known {
    const command = this.#commands.get(oid)
    if (!command) return {port: null, transactionId: null, fields: {}}
    this.#tell(command)
    return this.#known(command)
  }

  identify(oid: number, port: number, transactionId: number): void {
    const command = this.#commands.get(oid)
    if (!command) return
    command.port = port
    command.transactionId = transactionId
  }

  /** The line `… TargetAdapter to Port(n)`: on the command's own thread, or on the worker that took it over. */
  address(thread: number | null, kind: 'task' | 'property', port: number): void {
    const own = this.#threads.get(thread)
    const command = own?.message.kind === kind && own.port === null ? own : this.#latest(kind)
    if (!command || command.told) return
    command.port ??= port
    this.#handle(thread, command)
  }

  /** The handler of a task was entered on this thread. */
  enter(thread: number | null, name: string): void {
    const command = [...this.#commands.values()].findLast(({message}) => message.name === name)
    if (command) this.#handle(thread, command)
  }

  /** Adds fields to the command that a thread handles; false: it handles none (of that name). */
  describe(thread: number | null, name: string | null, fields: Readonly<Record<string, string>>): boolean {
    const command = this.#threads.get(thread)
    if (!command || (name !== null && command.message.name !== name)) return false
    for (const [key, value] of Object.entries(fields)) command.fields[key] = [value]
    return true
  }

  /** Port of the command that a thread is handling right now. */
  portOf(thread: number | null): number | null {
    const command = this.#threads.get(thread)
    return !command || command.told || command.port === 0xffff ? null : command.port
  }

  releaseAll(): void {
    for (const command of this.#commands.values()) this.#tell(command)
  }

  released(): LateRecognition[] {
    const released = this.#released
    this.#released = []
    return released
  }

  #latest(kind: 'task' | 'property'): Command | undefined {
    return [...this.#commands.values()].findLast(({message, port}) => message.kind === kind && port === null)
  }

  #handle(thread: number | null, command: Command): void {
    this.#threads.delete(thread)
    this.#threads.set(thread, command)
    const [oldest] = this.#threads.keys()
    if (this.#threads.size > THREADS && oldest !== undefined) this.#threads.delete(oldest)
  }

  #tell(command: Command): void {
    if (command.told) return
    command.told = true
    this.#released.push({record: command.record, recognised: recognition('M1', command.message, this.#known(command))})
  }

  #known({port, transactionId, fields}: Command): Known {
    return {port, transactionId, fields: {...fields}}
  }
}
