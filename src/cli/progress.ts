import type {Source} from '../sources/source.js'

const quietFor = 400
const redrawEvery = 100

/** One line on stderr about what is being read: only on a terminal, only once a run takes noticeable time. */
export class Progress {
  #files = 0
  #bytes = 0
  #path = ''
  #elsewhere = () => 0
  #drawn = false
  readonly #started = Date.now()
  readonly #timer: NodeJS.Timeout | null

  constructor(
    readonly stream: NodeJS.WriteStream,
    wanted: boolean,
  ) {
    this.#timer = wanted && stream.isTTY ? setInterval(() => this.#draw(), redrawEvery) : null
    this.#timer?.unref()
  }

  /** The same sources, counted as they are taken. */
  *watchAll(sources: Iterable<Source>): Iterable<Source> {
    for (const source of sources) {
      this.file(source.path)
      yield source
    }
  }

  /** One more file is being read, here or elsewhere. */
  file(path: string): void {
    this.#files++
    this.#path = path
  }

  /** `elsewhere`: bytes that other threads have read so far. */
  addUp(elsewhere: () => number): void {
    this.#elsewhere = elsewhere
  }

  add(bytes: number): void {
    this.#bytes += bytes
  }

  /** Makes room for results on the same terminal. */
  erase(): void {
    if (this.#drawn) this.stream.write('\r\u001b[K')
    this.#drawn = false
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.erase()
  }

  #draw(): void {
    const elapsed = Date.now() - this.#started
    if (elapsed < quietFor) return
    const mib = (this.#bytes + this.#elsewhere()) / 1_048_576
    const rate = `${((mib * 1000) / elapsed).toFixed(0)} MiB/s`
    const name = this.#path.replace(/[^\x20-\x7e]/g, '?')
    const line = `Reading file ${this.#files} · ${mib.toFixed(0)} MiB · ${rate} · ${name}`
    const width = (this.stream.columns ?? 80) - 1
    this.stream.write(`\r${line.slice(0, width)}\u001b[K`)
    this.#drawn = true
  }
}
