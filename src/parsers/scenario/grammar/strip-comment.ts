/** The line without its comment: `#` at the start or after a blank, outside double quotes. */
export function stripComment(line: string): string {
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const char = line[i]
    if (char === '"') quoted = !quoted
    else if (char === '#' && !quoted && (i === 0 || line[i - 1] === ' ' || line[i - 1] === '\t'))
      return line.slice(0, i)
  }
  return line
}
