import type {TraceRecord} from '../events/record.js'
import {messageByName, messageByNumber} from '../wdi/messages.js'
import type {Dialect, DialectRun, LateRecognition, Recognised} from './dialect.js'
import {recognition} from './recognition.js'
import {CommandTable} from './rtl/command-table.js'
import {STATUS_PENDING} from './words/status.js'

const hex = (digits: string | undefined): number => Number.parseInt(digits ?? '', 16)
const ADAPTER = 0xffff

/** A completion whose status stands on a line still to come. */
interface OpenCompletion {
  readonly record: TraceRecord
  readonly oid: number
}

type Handler = (match: RegExpExecArray, record: TraceRecord) => Recognised | 'taken'

/**
 * Lines of Microsoft's published WDI sample (dialects.md 2.1). A command is told once its port, transaction and
 * parameters are known from the lines that follow; a completion with the line that has its status.
 */
class RtlRun implements DialectRun {
  readonly #commands = new CommandTable()
  readonly #completions = new Map<number | null, OpenCompletion>()
  readonly #late: LateRecognition[] = []

  readonly #handlers: readonly (readonly [RegExp, Handler])[] = [
    [/N6WdiHandleOidRequestEx Oid:0x([0-9a-f]{1,8})(?: Status:0x([0-9a-f]{1,8}))?/i, (m, r) => this.#request(m, r)],
    [/N6WdiHandleOidRequestEx (?:Not|Failed)/, () => 'named'],
    [/==> OidHandle_IndicateM3 \(([0-9a-f]{1,8})\)/i, m => this.#response(hex(m[1]), null)],
    [/==> OidHandle_IndicateM4 \(([0-9a-f]{1,8})\)/i, (m, r) => this.#completion(hex(m[1]), r)],
    [/<== OidHandle_IndicateM4 returns: 0x([0-9a-f]{1,8})/i, (m, r) => this.#completed(hex(m[1]), r)],
    [/start to indicate M4\. Oid:0x([0-9a-f]{1,8}) Port:(\d{1,5}) TransactionId:0x([0-9a-f]{1,8})/i, m => this.#ids(m)],
    [
      /==>wdi_UnsolicitedIndication\(\): status indication code = ([0-9a-f]{1,8}), length=\d+/i,
      (m, r) => this.#indication(m, r),
    ],
    [
      /Wdi_Abort_Task\(\): Cancel Oid:([0-9a-f]{4,8}), TransactionId:([0-9a-f]{4,8}), PortId:(\d{1,5})/i,
      (m, r) => this.#abort(m, r),
    ],
    [
      /(Async:)?Transport (TASK|PROPERTY) TargetAdapter to Port\((\d{1,5})\)/i,
      (m, r) => this.#port(m[2], Number(m[3]), r),
    ],
    [/(?:Async:|Sync:)?(Task|Property) target is adapter/i, (m, r) => this.#port(m[1], ADAPTER, r)],
    [/==> Wdi_(Task_[A-Za-z0-9_]+)\(\)/, (m, r) => this.#entered(m[1], r)],
    [/Wdi_[A-Z][a-z][A-Za-z0-9_]*\(/, () => 'taken'],
    [/(TASK|Property|TASK Hang) CMD execution time:(\d{1,10})us/i, (m, r) => this.#duration('executionus', m[2], r)],
    [/(?:Task|Property) return CMD time = (\d{1,10})us/i, (m, r) => this.#duration('returnus', m[1], r)],
    [
      /RoamRequest = (\d+), HiddenNetwork = (\d+), ExcludeUnencrypted = (\d+), MFPEnabled = (\d+), HostFIPSModeEnabled = (\d+)/,
      (m, r) => this.#settings(m, r),
    ],
    [/Completion entry record mismatch!|In completion entry: Oid = /, () => 'named'],
    [/OidHandle_Complete status:0x([0-9a-f]{1,8})/i, m => (hex(m[1]) === 0 ? 'taken' : 'named')],
    [/OidHandle_(?:IndicateM[34]|Complete|AbortAction|VerifyTask)/, () => 'taken'],
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
    if (end) {
      this.#commands.releaseAll()
      for (const open of this.#completions.values()) this.#orphan(open)
      this.#completions.clear()
    }
    return [...this.#commands.released(), ...this.#late.splice(0)]
  }

  carried(): string | null {
    return this.#commands.idle && this.#completions.size === 0 ? '' : null
  }

  /** `Oid` alone is the command; with a status it is the return of the call: the response, unless pending. */
  #request(match: RegExpExecArray, record: TraceRecord): Recognised | 'taken' {
    const oid = hex(match[1])
    const message = messageByNumber(oid)
    if (!message || message.messageId === null) return 'named'
    if (match[2] === undefined) {
      this.#commands.open(oid, message, record)
      return 'taken'
    }
    const status = hex(match[2])
    if (status === STATUS_PENDING || this.#commands.answered(oid)) return 'taken'
    return this.#response(oid, status)
  }

  #response(oid: number, status: number | null): Recognised | 'taken' {
    const message = messageByNumber(oid)
    if (!message || message.messageId === null) return 'named'
    const known = this.#commands.answer(oid)
    if (known === 'again') return 'taken'
    return recognition('M3', message, {...known, status})
  }

  #completion(oid: number, record: TraceRecord): 'taken' | 'named' {
    if (messageByNumber(oid)?.kind !== 'task') return 'named'
    const before = this.#completions.get(record.tid)
    if (before) this.#orphan(before)
    this.#completions.set(record.tid, {record, oid})
    return 'taken'
  }

  #completed(status: number, record: TraceRecord): Recognised {
    const open = this.#completions.get(record.tid)
    this.#completions.delete(record.tid)
    return open ? this.#completionOf(open.oid, status) : 'named'
  }

  #completionOf(oid: number, status: number | null) {
    const task = messageByNumber(oid)
    const message = messageByName(task?.counterpart ?? '') ?? task
    return message ? recognition('IND', message, {...this.#commands.complete(oid), status}) : 'named'
  }

  /** A completion whose second line never came: its status stays unknown. */
  #orphan(open: OpenCompletion): void {
    this.#late.push({record: open.record, recognised: this.#completionOf(open.oid, null)})
  }

  #ids(match: RegExpExecArray): 'taken' {
    this.#commands.identify(hex(match[1]), Number(match[2]), hex(match[3]))
    return 'taken'
  }

  #indication(match: RegExpExecArray, record: TraceRecord): Recognised {
    const message = messageByNumber(hex(match[1]))
    if (!message || message.messageId === null) return 'named'
    const port = message.object === 'adapter' ? ADAPTER : this.#commands.portOf(record.tid)
    return recognition('IND', message, {port})
  }

  #abort(match: RegExpExecArray, record: TraceRecord): 'taken' | 'named' {
    const target = messageByNumber(hex(match[1]))
    const fields = {target: target?.name ?? match[1] ?? '', id: String(hex(match[2])), targetport: match[3] ?? ''}
    return this.#commands.describe(record.tid, 'ABORT_TASK', fields) ? 'taken' : 'named'
  }

  #port(kind: string | undefined, port: number, record: TraceRecord): 'taken' {
    this.#commands.address(record.tid, kind?.toLowerCase() === 'task' ? 'task' : 'property', port)
    return 'taken'
  }

  #entered(name: string | undefined, record: TraceRecord): 'taken' {
    this.#commands.enter(record.tid, messageByName(name ?? '')?.name ?? '')
    return 'taken'
  }

  #duration(name: string, us: string | undefined, record: TraceRecord): 'taken' {
    this.#commands.describe(record.tid, null, {[name]: us ?? ''})
    return 'taken'
  }

  #settings(match: RegExpExecArray, record: TraceRecord): 'taken' {
    const [, roamflag = '', hiddennetwork = '', excludeunencrypted = '', mfpenabled = '', hostfipsmodeenabled = ''] =
      match
    const fields = {roamflag, hiddennetwork, excludeunencrypted, mfpenabled, hostfipsmodeenabled}
    this.#commands.describe(record.tid, null, fields)
    return 'taken'
  }
}

const ROOT =
  /N6WdiHandle|OidHandle_|wdi_Unsolicited|Wdi_\w+\(|TargetAdapter to Port|target is adapter|CMD execution time|return CMD time|RoamRequest = |ompletion entry/

export const rtlWdiSample: Dialect = {
  id: 'rtl-wdi-sample',
  title: "Microsoft's published WDI sample driver (Realtek)",
  literals: [
    ...['n6wdihandle', 'oidhandle_', 'wdi_', 'targetadapter to port', 'target is adapter', 'cmd execution time'],
    ...['return cmd time', 'roamrequest = ', 'completion entry'],
  ],
  start: () => new RtlRun(),
}
