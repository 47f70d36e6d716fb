/** Numbers kept one by one, for exact percentiles: eight bytes each, in no order until they are asked for. */
export class Values {
  #room = new Float64Array(4)
  #count = 0

  add(value: number): void {
    if (this.#count === this.#room.length) {
      const larger = new Float64Array(this.#count * 2)
      larger.set(this.#room)
      this.#room = larger
    }
    this.#room[this.#count++] = value
  }

  addAll(values: Iterable<number>): void {
    for (const value of values) this.add(value)
  }

  get count(): number {
    return this.#count
  }

  /** A sorted copy, smallest first. */
  sorted(): Float64Array {
    return this.#room.slice(0, this.#count).sort()
  }
}
