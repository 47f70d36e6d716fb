/** The candidate that the word is most likely a slip of, or null. Case is ignored; ties go to the earlier one. */
export function closest(word: string, candidates: readonly string[]): string | null {
  const wanted = word.toLowerCase()
  const furthest = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | null = null
  let bestDistance = furthest + 1
  for (const candidate of candidates) {
    const distance = slips(wanted, candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best ?? candidates.find(c => wanted.length >= 3 && c.toLowerCase().startsWith(wanted)) ?? null
}

/** "Did you mean X?", or a sentence that lists what there is. */
export function didYouMean(word: string, candidates: readonly string[], otherwise: string): string {
  const guess = closest(word, candidates)
  return guess === null ? otherwise : `Did you mean ${guess}?`
}

/** Letters to insert, delete, replace or swap with the neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, j) => j)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + differs)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, at(i - 2, j - 2) + 1)
      row.push(cost)
    }
  }
  return at(a.length, b.length)
}
