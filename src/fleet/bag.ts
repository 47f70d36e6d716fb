import type {CountTable, ExampleTable, ValueTable} from './tables.js'
import {Values} from './values.js'

/** Key of a row inside its table. */
export type Row = readonly (string | number | null)[]

/** A session to look at, and the file it is in. */
export interface Example {
  readonly path: string
  readonly session: string
}

/** A bag as plain data (JSON, structured clone): rows in order of their keys, values sorted, no zero counts. */
export interface PlainBag {
  readonly counts: readonly (readonly [CountTable, Row, number])[]
  readonly values: readonly (readonly [ValueTable, Row, readonly number[]])[]
  readonly examples: readonly (readonly [ExampleTable, Row, Example])[]
}

/**
 * What was counted of some captures. Bags add up in any order and grouping: counts by adding, values by keeping all
 * of them, examples by keeping the first by path and session id.
 */
export class Bag {
  readonly #counts = new Map<CountTable, Map<string, number>>()
  readonly #values = new Map<ValueTable, Map<string, Values>>()
  readonly #examples = new Map<ExampleTable, Map<string, Example>>()

  count(table: CountTable, row: Row, n = 1): void {
    if (n === 0) return
    const counts = within(this.#counts, table)
    const key = JSON.stringify(row)
    counts.set(key, (counts.get(key) ?? 0) + n)
  }

  value(table: ValueTable, row: Row, ...all: readonly number[]): void {
    this.#addValues(table, row, all)
  }

  example(table: ExampleTable, row: Row, example: Example): void {
    const examples = within(this.#examples, table)
    const key = JSON.stringify(row)
    const known = examples.get(key)
    if (known === undefined || isBefore(example, known)) examples.set(key, example)
  }

  add(bag: PlainBag): void {
    for (const [table, row, n] of bag.counts) this.count(table, row, n)
    for (const [table, row, values] of bag.values) this.#addValues(table, row, values)
    for (const [table, row, example] of bag.examples) this.example(table, row, example)
  }

  /** 0 where nothing was counted. */
  of(table: CountTable, ...row: Row): number {
    return this.#counts.get(table)?.get(JSON.stringify(row)) ?? 0
  }

  /** Rows of a table with their counts, in order of their keys. */
  rows(table: CountTable): (readonly [Row, number])[] {
    return entries(this.#counts.get(table))
  }

  values(table: ValueTable, ...row: Row): Values {
    return this.#values.get(table)?.get(JSON.stringify(row)) ?? new Values()
  }

  exampleOf(table: ExampleTable, row: Row): Example | null {
    return this.#examples.get(table)?.get(JSON.stringify(row)) ?? null
  }

  plain(): PlainBag {
    return {
      counts: flat(this.#counts),
      values: flat(this.#values).map(([table, row, values]) => [table, row, [...values.sorted()]] as const),
      examples: flat(this.#examples),
    }
  }

  #addValues(table: ValueTable, row: Row, all: readonly number[]): void {
    const values = within(this.#values, table)
    const key = JSON.stringify(row)
    const known = values.get(key) ?? new Values()
    known.addAll(all)
    values.set(key, known)
  }
}

function within<Table, T>(tables: Map<Table, Map<string, T>>, table: Table): Map<string, T> {
  const rows = tables.get(table) ?? new Map<string, T>()
  tables.set(table, rows)
  return rows
}

function entries<T>(rows: ReadonlyMap<string, T> | undefined): (readonly [Row, T])[] {
  const sorted = [...(rows ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([key, content]) => [JSON.parse(key) as Row, content] as const)
}

function flat<Table extends string, T>(
  tables: ReadonlyMap<Table, ReadonlyMap<string, T>>,
): (readonly [Table, Row, T])[] {
  const names = [...tables.keys()].sort()
  return names.flatMap(name => entries(tables.get(name)).map(([row, content]) => [name, row, content] as const))
}

function isBefore(a: Example, b: Example): boolean {
  return a.path === b.path ? a.session < b.session : a.path < b.path
}
