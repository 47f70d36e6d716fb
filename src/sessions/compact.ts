const NONE: readonly never[] = Object.freeze([])

/** A list that is kept: lists that grew by pushing hold room for more, and empty ones hold it too. */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice()
}
