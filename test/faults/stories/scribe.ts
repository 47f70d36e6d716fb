import type {Random} from '../random.js'
import type {Field} from '../trace/fields.js'
import type {Line} from '../trace/line.js'
import {Story} from '../trace/story.js'
import type {AdapterWorld, PortWorld} from '../world.js'

/** Writes the records of one story, on the clock of its adapter. */
export class Scribe {
  readonly story: Story

  constructor(
    kind: string,
    readonly world: AdapterWorld,
    readonly rng: Random,
    /** null: a story of the adapter object. */
    readonly port: PortWorld | null,
  ) {
    this.story = new Story(kind, world.name, port?.number ?? 'adapter')
  }

  /** Lets time pass, ms. */
  wait(from: number, to = from): this {
    this.world.now += this.rng.ms(from, to)
    return this
  }

  /** M1 with an id of its own: a new one, or one whose command is over. */
  command(event: string, fields: Field[] = [], id: number | null = this.#freshId()): Line {
    return this.#write('M1', event, id, fields)
  }

  /** M3. */
  answer(m1: Line, status = 'success'): Line {
    return this.#write('M3', m1.event, m1.id, [`status=${status}`], m1.port)
  }

  /** Completion, under its own message id or that of the command. */
  complete(m1: Line, completion: string, status = 'success'): Line {
    const event = this.world.model === 'wificx' && this.rng.chance(0.1) ? m1.event : completion
    if (m1.id) this.world.spentIds.push(m1.id)
    return this.#write('IND', event, m1.id, [`status=${status}`], m1.port)
  }

  indicate(event: string, fields: Field[] = []): Line {
    return this.#write('IND', event, this.world.model === 'native80211' ? null : 0, fields)
  }

  log(event: string, fields: Field[] = []): Line {
    return this.#write('LOG', event, null, fields, 'adapter')
  }

  /** A command and its response. */
  property(event: string, fields: Field[] = [], id?: number | null): readonly [Line, Line] {
    const m1 = this.command(event, fields, id)
    const m3 = this.wait(0.2, 4).answer(m1)
    if (m1.id && id === undefined) this.world.spentIds.push(m1.id)
    return [m1, m3]
  }

  #freshId(): number | null {
    if (this.world.model === 'native80211') return null
    if (this.world.reuseIds && this.world.spentIds.length > 3 && this.rng.chance(0.1))
      return this.world.spentIds.shift() as number
    return this.world.nextId++
  }

  #write(kind: Line['kind'], event: string, id: number | null, fields: Field[], port = this.story.port): Line {
    const line: Line = {at: this.world.now, kind, event, port, id, fields}
    this.story.lines.push(line)
    return line
  }
}
