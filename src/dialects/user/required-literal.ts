/** Characters that tools write into every export as they are: no quotes, no markup, nothing beyond ASCII. */
const plain = /[A-Za-z0-9_ :/-]/
const LEAST = 3

/** Index after the class or group that starts at a position; null: unbalanced. */
function skip(pattern: string, from: number): number | null {
  let depth = 0
  let classAt = -1
  for (let i = from; i < pattern.length; i++) {
    const c = pattern[i]
    if (c === '\\') i++
    else if (classAt >= 0) {
      // A bracket right after the opening one, or after its ^, stands for itself.
      const first = i === classAt + 1 || (i === classAt + 2 && pattern[i - 1] === '^')
      if (c === ']' && !first) classAt = -1
    } else if (c === '[') classAt = i
    else if (c === '(') depth++
    else if (c === ')') depth--
    if (depth === 0 && classAt < 0) return i + 1
  }
  return null
}

/**
 * The longest piece of plain text that every match of a pattern holds, in lower case; null: none of three
 * characters. Cautious: only what stands outside groups and classes and is not repeated counts.
 */
export function requiredLiteral(pattern: string): string | null {
  const runs: string[] = []
  let run = ''
  const close = () => {
    runs.push(run.trim())
    run = ''
  }
  for (let i = 0; i < pattern.length; ) {
    const c = pattern[i] as string
    const escaped = c === '\\' ? (pattern[i + 1] ?? '') : ''
    // An alternative may lack everything else; of other escapes the length is not worth knowing.
    if (c === '|' || /[A-CE-RT-VX-Za-ce-rt-vx-y0-9]/.test(escaped.replace(/[bBA]/, ''))) return null
    if (c === '(' || c === '[') {
      close()
      const next = skip(pattern, i)
      if (next === null) return null
      i = next
      continue
    }
    const repeat = /^(?:[?*]|\{\d+(?:,\d*)?\})/.exec(pattern.slice(i, i + 16))?.[0]
    const text = escaped || c
    if (repeat) {
      // The character before may be absent.
      run = run.slice(0, -1)
      close()
    } else if (plain.test(text) && !/[A-Za-z0-9]/.test(escaped)) run += text
    else close()
    i += repeat?.length ?? (escaped ? 2 : 1)
  }
  close()
  const [longest = ''] = runs.sort((a, b) => b.length - a.length)
  return longest.length < LEAST ? null : longest.toLowerCase()
}
