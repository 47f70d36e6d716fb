const group = /[0-9a-f]+/iy
const between = /(?:[ \t]*[,:-][ \t]*|[ \t]+)(?:0x)?(?=[0-9a-f])/iy
const ended = /(?=\.{2}|…)|(?![0-9a-z_.])/iy

const sticky = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/**
 * The run of hex that starts at a position: one group of digits, or pairs (or groups of 4 or 8) with blanks, `:`, `,`
 * or `-` between. Returns digits and the position after; null: no whole byte there.
 */
export function hexRun(text: string, from: number): {digits: string; end: number} | null {
  let at = text.slice(from, from + 2).toLowerCase() === '0x' ? from + 2 : from
  const parts: string[] = []
  let size = 0
  let end = at
  for (;;) {
    const digits = sticky(group, text, at)
    if (digits === null || digits.length % 2 !== 0 || sticky(ended, text, at + digits.length) === null) break
    if (parts.length === 0) size = digits.length
    else if (digits.length > size) break
    parts.push(digits)
    end = at + digits.length
    const gap = digits.length === size && size <= 8 ? sticky(between, text, end) : null
    if (gap === null) break
    at = end + gap.length
  }
  return parts.length === 0 ? null : {digits: parts.join(''), end}
}
