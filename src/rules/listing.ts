/** Members of a list in a sentence: "a, b, c", cut after `most` with the number of the rest; "none" for an empty one. */
export function listing(values: readonly (string | number)[], most = 6): string {
  if (values.length === 0) return 'none'
  const rest = values.length - most
  return `${values.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
