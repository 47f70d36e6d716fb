import type {RecordSink} from './parser.js'

/** Lines that belong to nothing a parser knows: counted, and told once, at the place of the first. */
export class Strangers {
  #count = 0
  #first = {line: 0, offset: 0}

  add(line: number, offset: number): void {
    if (this.#count++ === 0) this.#first = {line, offset}
  }

  /** `say` gets their number. */
  tell(sink: RecordSink, say: (count: number) => string): void {
    if (this.#count > 0) sink.problem({...this.#first, message: say(this.#count)})
  }
}
