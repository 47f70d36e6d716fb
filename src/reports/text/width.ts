import stringWidth from 'string-width'

/** ASCII and what roamscope itself writes, one column each: the tables of all other characters load slowly. */
const narrow = /^[\x20-\x7eµ·×±§†σ–—…’“”−≤≥→✓✗●○▲]*$/

/** Columns that the text takes; wide characters count two. */
export const widthOf = (text: string): number => (narrow.test(text) ? text.length : stringWidth(text))

/** The text in at most `width` columns; what had to go is marked by "…". */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  if (width < 1) return ''
  return `${head(text, width - 1)}…`
}

/** As `cut`, but keeps the end: the last parts of a path tell more. */
export function cutLeft(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  if (width < 1) return ''
  const characters = [...text]
  let kept = ''
  let used = 1
  while (characters.length > 0) {
    const last = characters.pop() as string
    used += widthOf(last)
    if (used > width) break
    kept = last + kept
  }
  return `…${kept}`
}

export const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))
export const padLeft = (text: string, width: number) => ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** Words in lines of at most `width` columns; a word that is longer than a line is broken. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (let word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) <= width) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    while (widthOf(word) > width) {
      // A character wider than the whole line must not stop the loop.
      const part = head(word, width) || ([...word][0] ?? '')
      lines.push(part)
      word = word.slice(part.length)
    }
    line = word
  }
  if (line !== '') lines.push(line)
  return lines
}

/** Items in lines of at most `width` columns, kept whole where they fit into one. */
export function wrapItems(items: readonly string[], width: number, separator = ' · '): string[] {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + widthOf(separator) + widthOf(item) <= width) {
      lines[lines.length - 1] = last + separator + item
    } else {
      lines.push(...wrap(item, width))
    }
  }
  return lines
}

function head(text: string, width: number): string {
  let kept = ''
  let used = 0
  for (const character of text) {
    used += widthOf(character)
    if (used > width) break
    kept += character
  }
  return kept
}
