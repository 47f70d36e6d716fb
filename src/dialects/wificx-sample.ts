import type {TextFields} from '../events/event.js'
import type {Message} from '../events/message.js'
import type {TraceRecord} from '../events/record.js'
import {messageById, messageByName} from '../wdi/messages.js'
import type {Dialect, DialectRun, LateRecognition, Recognised} from './dialect.js'
import {recognition} from './recognition.js'
import {parseStatus} from './words/status.js'

const STATUS_UNSUCCESSFUL = 0xc0000001
/** Records that wait for a second line; more than a driver has threads for. */
const WAITING = 256

/** A record that a later line of its thread explains. */
interface Waiting {
  readonly record: TraceRecord
  readonly status: number
}

type Handler = (match: RegExpExecArray, record: TraceRecord) => Recognised | 'taken'

const one = (name: string, value: string | undefined): TextFields => ({[name]: [value ?? '']})

const message = (name: string): Message => {
  const found = messageByName(name)
  if (!found) throw new Error(`no message ${name}`)
  return found
}

const SAE_ANSWER = message('SET_SAE_AUTH_PARAMS')
const SAE_NEEDED = message('SAE_AUTH_PARAMS_NEEDED')
const RESET = message('TASK_DOT11_RESET')
const RADIO = message('TASK_SET_RADIO_STATE')
const RADIO_STATUS = message('RADIO_STATUS')

/** WDI_SAE_REQUEST_TYPE by what the driver says of the answer. */
const answerType = (text: string): string | null => {
  if (/Commit request/.test(text)) return '0'
  if (/Confirm request/.test(text)) return '1'
  if (/Reflection error|indicated error/.test(text)) return '2'
  return /SAE success/.test(text) ? '3' : null
}

/**
 * Text of the trace macros of Microsoft's WiFiCx sample driver (dialects.md 2.1). `WifiRequest M3 failed` has the
 * status, `RunTransitionByMessage failed` after it the command; an answer for SAE is told with the line that says
 * what it answers.
 */
class WifiCxRun implements DialectRun {
  /** Command that a thread is handling, as far as lines name it. */
  readonly #commands = new Map<number | null, Message>()
  readonly #failures = new Map<number | null, Waiting>()
  readonly #answers = new Map<number | null, TraceRecord>()
  readonly #late: LateRecognition[] = []

  readonly #handlers: readonly (readonly [RegExp, Handler])[] = [
    [/RunTransitionByMessage failed for MessageId: 0x([0-9a-f]{1,4})(?![0-9a-f])/i, (m, r) => this.#failed(m, r)],
    [/WifiRequest M3 failed: ([^,]{1,120}?)\s*(?:\(([A-Z_0-9]{1,64})\))?, BytesWritten: \d+/, (m, r) => this.#m3(m, r)],
    [
      /\[TRACE\].{0,8}DOT11 Reset, set default MIB = (\d+)/,
      (m, r) => this.#begin(RESET, r, one('setdefaultmib', m[1])),
    ],
    [/Setting OS requested Radio State: SoftwareRadioState=(\d+)/, (m, r) => this.#begin(RADIO, r, one('state', m[1]))],
    [
      /Indicate OS with Radio State: SoftwareRadioState=(\d+)/,
      m => recognition('IND', RADIO_STATUS, {port: 0xffff, fields: {hw: ['1'], sw: [m[1] ?? '']}}),
    ],
    [
      /\[SAE\] Indicating request for COMMIT_REQUEST_PARAMS_NEEDED/,
      () => recognition('IND', SAE_NEEDED, {fields: one('type', '0')}),
    ],
    [/WDI_SET_SAE_AUTH_PARAMS called!/, (_, r) => this.#called(r)],
    [
      /WDI_SET_SAE_AUTH_PARAMS called with invalid TransactionId: (\d{1,20})/,
      (m, r) => this.#begin(SAE_ANSWER, r, {}, Number(m[1])),
    ],
    [/\[SAE\] (?:OID_)?WDI_SET_SAE_AUTH_PARAMS (has|returned) (.{1,200})/, (m, r) => this.#answered(m, r)],
    [/Failed to (?:generate|parse) (?:OID_)?WDI_|\[SAE\] Failed to parse/, () => 'named'],
  ]

  recognise(record: TraceRecord): Recognised | 'taken' {
    if (!ROOT.test(record.message)) return null
    for (const [pattern, handle] of this.#handlers) {
      const match = pattern.exec(record.message)
      if (match) return handle(match, record)
    }
    return null
  }

  late(end: boolean): readonly LateRecognition[] {
    if (end || this.#failures.size > WAITING || this.#answers.size > WAITING) {
      for (const [thread, {record, status}] of this.#failures) this.#tell(record, this.#commands.get(thread), status)
      for (const record of this.#answers.values()) this.#late.push({record, recognised: recognition('M1', SAE_ANSWER)})
      this.#failures.clear()
      this.#answers.clear()
      this.#commands.clear()
    }
    return this.#late.splice(0)
  }

  carried(): string | null {
    return this.#commands.size + this.#failures.size + this.#answers.size === 0 ? '' : null
  }

  #begin(command: Message, record: TraceRecord, fields: TextFields, transactionId: number | null = null): Recognised {
    this.#start(command, record.tid)
    return recognition('M1', command, {fields, transactionId})
  }

  /** The status came on the line before, or nowhere. */
  #failed(match: RegExpExecArray, record: TraceRecord): Recognised | 'taken' {
    const command = messageById(Number.parseInt(match[1] ?? '', 16), 'command')
    const waiting = this.#failures.get(record.tid)
    this.#failures.delete(record.tid)
    this.#commands.delete(record.tid)
    if (waiting) {
      this.#tell(waiting.record, command, waiting.status)
      return 'taken'
    }
    return command ? recognition('M3', command, {status: STATUS_UNSUCCESSFUL}) : 'named'
  }

  #m3(match: RegExpExecArray, record: TraceRecord): 'taken' {
    const before = this.#failures.get(record.tid)
    if (before) this.#tell(before.record, this.#commands.get(record.tid), before.status)
    const status = parseStatus(match[1] ?? '') ?? parseStatus(match[2] ?? '') ?? STATUS_UNSUCCESSFUL
    this.#failures.set(record.tid, {record, status})
    return 'taken'
  }

  #called(record: TraceRecord): 'taken' {
    const before = this.#answers.get(record.tid)
    if (before) this.#late.push({record: before, recognised: recognition('M1', SAE_ANSWER)})
    this.#answers.set(record.tid, record)
    this.#start(SAE_ANSWER, record.tid)
    return 'taken'
  }

  #answered(match: RegExpExecArray, record: TraceRecord): Recognised | 'taken' {
    const type = answerType(match[2] ?? '')
    const status = /(?:success|error) - (\d{1,10})/.exec(match[2] ?? '')?.[1]
    const fields = {...(type === null ? {} : one('type', type)), ...(status ? one('status', status) : {})}
    const answer = recognition('M1', SAE_ANSWER, {fields})
    const waiting = this.#answers.get(record.tid)
    this.#answers.delete(record.tid)
    if (!waiting) return answer
    this.#late.push({record: waiting, recognised: answer})
    return 'taken'
  }

  /** A failure that still waits was of the command before. */
  #start(command: Message, thread: number | null): void {
    const failure = this.#failures.get(thread)
    if (failure) this.#tell(failure.record, this.#commands.get(thread), failure.status)
    this.#failures.delete(thread)
    this.#commands.set(thread, command)
  }

  #tell(record: TraceRecord, command: Message | undefined, status: number): void {
    this.#late.push({record, recognised: command ? recognition('M3', command, {status}) : 'named'})
  }
}

const ROOT =
  /RunTransitionByMessage|WifiRequest M3|DOT11 Reset, set|Radio State: SoftwareRadioState|\[SAE\]|WDI_SET_SAE_AUTH_PARAMS|Failed to (?:generate|parse)/

export const wificxSample: Dialect = {
  id: 'wificx-sample',
  title: "Microsoft's WiFiCx sample driver",
  literals: [
    ...['runtransitionbymessage', 'wifirequest m3', 'dot11 reset, set', 'radio state: software', '[sae]'],
    ...['wdi_set_sae_auth_params', 'failed to generate wdi_', 'failed to parse wdi_'],
  ],
  start: () => new WifiCxRun(),
}
