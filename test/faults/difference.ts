/** Findings that were expected and are not there, and the other way round. */
export interface Difference {
  readonly missing: readonly string[]
  readonly surplus: readonly string[]
}

/** Compares two lists in which a finding may occur more than once. */
export function difference(expected: readonly string[], found: readonly string[]): Difference {
  const surplus = [...found]
  const missing = expected.filter(one => {
    const at = surplus.indexOf(one)
    if (at >= 0) surplus.splice(at, 1)
    return at < 0
  })
  return {missing, surplus}
}

export function agrees({missing, surplus}: Difference): boolean {
  return missing.length === 0 && surplus.length === 0
}

/** The same without places: what stays equal while a trace is made smaller. */
export function signature({missing, surplus}: Difference): string {
  const rules = (words: readonly string[]) => words.map(text => text.replace(/ \S+$/, '')).sort()
  return JSON.stringify([rules(missing), rules(surplus)])
}
