import type {Generated} from './generate.js'
import {Random} from './random.js'
import {type Field, type Group, groupOf, item} from './trace/fields.js'
import type {Kind, Line} from './trace/line.js'
import type {Story} from './trace/story.js'
import type {Trace} from './trace/trace.js'
import type {Ap} from './world.js'

/** A record, or a moment in µs; null: a finding of the whole capture. */
export type Place = Line | number | null

export interface Expected {
  readonly rule: string
  readonly verdict: 'violation' | 'inconclusive'
  readonly at: Place
  /** Why the catalogue wants this finding beside that of the injected fault. */
  readonly because: string | null
}

/** A conformant trace in the hands of an injection: what it changes, and what must then be found. */
export class Scene {
  readonly trace: Trace
  readonly stories: readonly Story[]
  readonly aps: readonly Ap[]
  /** Number of stories that may be left out. */
  readonly extras: number
  readonly rng: Random
  readonly expected: Expected[] = []
  /** Where a lost record would undo the violation; null: nowhere, or nobody said. */
  window: readonly [Place, Place] | null = null

  constructor(
    readonly rule: string,
    {trace, wished, aps, extras}: Generated,
    seed: number | string,
  ) {
    this.trace = trace
    this.stories = wished
    this.aps = aps
    this.extras = extras
    this.rng = new Random(`injection ${rule} ${seed}`)
  }

  /** The first wished story, which most injections change. */
  get story(): Story {
    return this.at(0)
  }

  at(index: number): Story {
    const story = this.stories[index]
    if (story === undefined) throw new Error(`no story ${index} for ${this.rule}`)
    return story
  }

  readonly part = (name: string): Line => this.story.part(name)

  /** The injected fault itself must be found here. */
  readonly own = (at: Place, verdict: Expected['verdict'] = 'violation'): void => {
    this.expected.push({rule: this.rule, verdict, at, because: null})
  }

  /** What the catalogue finds in consequence. */
  implied(rule: string, at: Place, because: string, verdict: Expected['verdict'] = 'violation'): void {
    this.expected.push({rule, verdict, at, because})
  }

  /** A lost record between these two would undo it. */
  doubt(from: Place, to: Place): void {
    this.window = [from, to]
  }

  /** From this line on, everything on its adapter comes later. */
  delay(line: Line, ms: number, story = this.story): void {
    this.trace.delay(story.adapter, line.at, Math.round(ms * 1000))
  }

  /** Everything behind this line comes later. */
  delayAfter(line: Line, ms: number, story = this.story): void {
    this.trace.delay(story.adapter, line.at + 1, Math.round(ms * 1000))
  }

  /** Moves one line to another moment. */
  move(line: Line, at: number, story = this.story): Line {
    story.remove(line)
    line.at = Math.round(at)
    story.insert(line)
    return line
  }

  /** A new record in a story. */
  add(at: number, kind: Kind, event: string, fields: Field[] = [], more: Partial<Line> & {story?: Story} = {}): Line {
    const {story = this.story, ...rest} = more
    const id = kind === 'LOG' ? null : kind === 'IND' ? 0 : this.freshId()
    const line: Line = {at: Math.round(at), kind, event, port: story.port, id, fields, ...rest}
    story.insert(line)
    return line
  }

  /** A command and its response, `ms` after it. */
  addCommand(
    at: number,
    event: string,
    fields: Field[] = [],
    ms = 0.3,
    more: Partial<Line> & {story?: Story} = {},
  ): Line {
    const m1 = this.add(at, 'M1', event, fields, more)
    this.add(at + ms * 1000, 'M3', event, ['status=success'], {...more, id: m1.id, port: m1.port})
    return m1
  }

  /** An id that no command of the trace has. */
  freshId(): number {
    const ids = this.trace.stories.flatMap(story => story.lines.map(({id}) => id ?? 0))
    return Math.max(0, ...ids) + 1
  }

  /** An access point whose name does not occur in these lines. */
  strangerTo(...lines: readonly Line[]): Ap {
    const text = JSON.stringify(lines.map(({fields}) => fields))
    return this.rng.pick(this.aps.filter(({name, mld}) => !text.includes(`${name}"`) && !text.includes(mld)))
  }
}

export const usOf = (place: Place): number => (typeof place === 'number' ? place : (place?.at ?? 0))

/** A moment between two records. */
export function between(a: Line, b: Line, share = 0.5): number {
  return Math.round(a.at + (b.at - a.at) * share)
}

/** The successful entry of an ASSOCIATION_RESULT; the first one where there is none. */
export function memberOf(line: Line): Field[] {
  const members = line.fields.filter((field): field is Group => typeof field !== 'string' && field.name === null)
  const member = members.find(({fields}) => fields.includes('status=0')) ?? members[0]
  if (member === undefined) throw new Error(`${line.event} has no member`)
  return member.fields
}

/** Fields of the n-th entry of a task's candidates; a plain address becomes a member. */
export function candidateOf(m1: Line, name: string): Field[] {
  const {fields} = entriesOf(m1)
  const index = fields.findIndex(field => field === name || (typeof field !== 'string' && field.fields[0] === name))
  const found = fields[index]
  if (found === undefined) throw new Error(`no candidate ${name}`)
  if (typeof found !== 'string') return found.fields
  const member = item(found)
  fields[index] = member
  return member.fields
}

export function entriesOf(m1: Line): Group {
  const entries = groupOf(m1.fields, 'entries')
  if (entries === undefined) throw new Error(`${m1.event} has no entries`)
  return entries
}

/** The address that a result entry, candidate or indication names first. */
export function nameIn(fields: readonly Field[]): string {
  const [first] = fields
  return typeof first === 'string' ? first : nameIn(first?.fields ?? [])
}

/** A group inside a member, made if it is not there: `request{…}`. */
export function frameOf(fields: Field[], name: string): Field[] {
  const known = groupOf(fields, name)
  if (known !== undefined) return known.fields
  const made: Group = {name, fields: []}
  fields.push(made)
  return made.fields
}
