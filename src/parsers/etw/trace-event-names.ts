/** The id in a name such as `EventID(20007)/Start`, which the TraceEvent library gives to events without a task; else null. */
export function eventNumberIn(name: string): number | null {
  const digits = /(?:^|\/)EventID\((\d{1,5})\)/.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** A number without the commas that the TraceEvent library puts between its thousands; any other text as it is. */
export function ungrouped(text: string): string {
  return /^-?\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text
}

/** How a piece of such a number, and of any other text, may be printed: where the commas are depends on what follows. */
export function groupedSpellings(piece: string): readonly string[] {
  if (!/^-?\d+$/.test(piece)) return [piece]
  const first = piece.startsWith('-') ? 1 : 0
  const commasAt = (phase: number) =>
    [...piece].map((digit, at) => (at > first && (at - first) % 3 === phase ? `,${digit}` : digit)).join('')
  return [...new Set([piece, ...[0, 1, 2].map(commasAt)])]
}
