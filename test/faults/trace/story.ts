import type {Kind, Line} from './line.js'

/** Records of one adapter that belong together: what is planned, and left out when a failing trace is made smaller. */
export class Story {
  /** In order of time. */
  lines: Line[] = []
  readonly #parts = new Map<string, Line>()

  constructor(
    readonly kind: string,
    /** Name in the port column; null: the only adapter, which has no name. */
    public adapter: string | null,
    readonly port: number | 'adapter',
  ) {}

  mark(name: string, line: Line): Line {
    this.#parts.set(name, line)
    return line
  }

  has(name: string): boolean {
    const line = this.#parts.get(name)
    return line !== undefined && this.lines.includes(line)
  }

  /** A line by its part in the story: `m1`, `left`, `result`, `done`, `key`, … */
  part(name: string): Line {
    const line = this.#parts.get(name)
    if (line === undefined) throw new Error(`the story ${this.kind} has no ${name}`)
    return line
  }

  all(kind: Kind, event: string): Line[] {
    return this.lines.filter(line => line.kind === kind && line.event === event)
  }

  find(kind: Kind, event: string, index = 0): Line {
    const line = this.all(kind, event).at(index)
    if (line === undefined) throw new Error(`the story ${this.kind} has no ${kind} ${event}`)
    return line
  }

  remove(...lines: readonly Line[]): void {
    this.lines = this.lines.filter(line => !lines.includes(line))
  }

  /** Puts lines at their place in time, behind lines of the same moment. */
  insert(...lines: readonly Line[]): void {
    for (const line of lines) {
      const at = this.lines.findIndex(other => other.at > line.at)
      this.lines.splice(at < 0 ? this.lines.length : at, 0, line)
    }
  }

  get start(): number {
    return this.lines[0]?.at ?? 0
  }

  get end(): number {
    return this.lines.at(-1)?.at ?? 0
  }
}
