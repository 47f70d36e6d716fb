import type {Member} from '../etw/payload.js'

const NAME = /([^\s="]{1,128})="/g
/** What follows a value: the next name or the end of the text. */
const BEHIND = /\s+[^\s="]{1,128}="|\s*$/y

/**
 * PerfView's column for all payload without a column of its own: `name="value" name="value"`. Quotes inside values have a
 * backslash in front, but so may the one behind a path: a quote ends a value where a name or the end follows it.
 */
export function readRest(text: string): Member[] {
  const members: Member[] = []
  const start = new RegExp(NAME)
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const from = start.lastIndex
    const end = endOfValue(text, from)
    members.push({name: found[1] as string, value: text.slice(from, end).replaceAll('\\"', '"')})
    start.lastIndex = end + 1
  }
  return members
}

/** Where a quote is missing, the rest of the text. */
function endOfValue(text: string, from: number): number {
  const behind = new RegExp(BEHIND)
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    behind.lastIndex = at + 1
    if (behind.test(text)) return at
  }
  return text.length
}
