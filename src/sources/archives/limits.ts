/**
 * Where each of some stretches has to end, by where it begins: where the next one begins, the last one at `end`. In
 * archives that are made to exhaust, files share their packed bytes: whoever takes a limit takes it away from others
 * that begin at the same place.
 */
export function limitsOf(starts: Iterable<number>, end: number): Map<number, number> {
  const sorted = [...new Set(starts)].sort((a, b) => a - b)
  return new Map(sorted.map((start, i) => [start, sorted[i + 1] ?? end]))
}

/** Takes the limit of a stretch: nothing is left for a second one. */
export function takeLimit(limits: Map<number, number>, start: number): number {
  const limit = limits.get(start) ?? start
  limits.set(start, start)
  return limit
}
