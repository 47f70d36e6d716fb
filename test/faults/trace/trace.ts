import {writeField} from './fields.js'
import type {Line} from './line.js'
import type {Story} from './story.js'

/** Keys of a `capture` or `adapter` header line. */
export type Keys = Record<string, string | number>

export interface AdapterHead {
  readonly name: string
  readonly keys: Keys
}

export type Placed = readonly [Story, Line]

/** A trace as data: header and stories. Its text is a scenario file. */
export class Trace {
  /** µs. */
  fromUs = 0
  toUs = 0
  readonly keys: Keys = {}
  readonly adapters: AdapterHead[] = []
  readonly stories: Story[] = []
  /** Last word on the records: their order in the file, copies. */
  arrange: (records: Placed[]) => Placed[] = records => records
  /** Last word on their text: comments, blanks. */
  decorate: (texts: string[]) => string[] = texts => texts

  /** All records in order of time, those of one moment in the order of the stories. */
  placed(): Placed[] {
    const all = this.stories.flatMap(story => story.lines.map(line => [story, line] as const))
    return all.sort(([, a], [, b]) => a.at - b.at)
  }

  header(): string[] {
    const keys = {from: milliseconds(this.fromUs), to: milliseconds(this.toUs), ...this.keys}
    return [
      `capture ${writeKeys(keys)}`,
      ...this.adapters.map(({name, keys}) => `adapter ${name} ${writeKeys(keys)}`.trimEnd()),
    ]
  }

  records(): string[] {
    return this.decorate(this.arrange(this.placed()).map(([story, line]) => writeLine(line, story.adapter)))
  }

  text(): string {
    return `${[...this.header(), '', ...this.records()].join('\n')}\n`
  }

  /** Lines of one adapter from this moment on come this much later. Gaps between them stay as they are. */
  delay(adapter: string | null, fromUs: number, byUs: number): void {
    for (const story of this.stories) {
      if (story.adapter !== adapter) continue
      for (const line of story.lines) if (line.at >= fromUs) line.at += byUs
    }
    this.toUs += byUs
  }
}

export function writeLine({at, kind, event, port, id, fields, anonymous}: Line, adapter: string | null): string {
  const where = adapter === null || anonymous ? String(port) : `${port}@${adapter}`
  const transaction = id === null ? '' : id === 0 ? '-' : String(id)
  return [milliseconds(at), kind, event, where, transaction, ...fields.map(writeField)].filter(Boolean).join(' ')
}

/** µs as milliseconds with at most three decimals. */
export function milliseconds(us: number): string {
  return String(us / 1000)
}

function writeKeys(keys: Keys): string {
  return Object.entries(keys)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')
}
