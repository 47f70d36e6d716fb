import {readChatter} from './chatter.js'
import {classify, type WppFormat} from './classify.js'
import {emptyHead, readHead} from './head.js'
import {builtInPrefixes, compilePrefix} from './prefix.js'
import {readUndecodedLine} from './undecoded.js'

/** Lines of the head that vote. */
const VOTERS = 500
/** Below what parsers are sure of by a first line of their own: a table or a dump may quote such records. */
const SURE = 0.6

/** How many lines of a text's head each tool wrote, as far as one can tell, and whether that makes it a listing. */
export interface Votes {
  readonly counts: ReadonlyMap<WppFormat, number>
  readonly isListing: boolean
}

export function countVotes(headText: string): Votes {
  const counts = new Map<WppFormat, number>()
  const vote = (id: WppFormat) => counts.set(id, (counts.get(id) ?? 0) + 1)
  const head = emptyHead()
  const prefixes = builtInPrefixes()
  let dumped = false
  let records = 0
  let filled = 0
  /** Lines that only these tools print. */
  let marks = 0
  let firstIsRecord = false
  for (const line of firstLines(headText)) {
    if (line.trim() === '') continue
    if (readHead(line, head)) {
      vote(classify(head.stamp, head.blank, head.message >= line.length, dumped))
      records++
      if (filled === 0) firstIsRecord = true
    } else if (readUndecodedLine(line) !== null) {
      vote(dumped ? 'wmitrace' : 'tracefmt')
      marks++
    } else if (prefixes.some(prefix => prefix.match(line) !== null)) {
      vote('tracefmt')
      records++
      if (filled === 0) firstIsRecord = true
    } else {
      const said = readChatter(line)
      if (said?.kind === 'dump-start') dumped = true
      else if (said?.kind === 'dump-end') dumped = false
      // A title or a prompt is not enough: other dumps and reports have them too.
      if (said?.kind === 'buffer' || said?.kind === 'total' || (said?.kind === 'log-start' && filled === 0)) {
        vote('tracefmt')
        marks++
      } else if (line.startsWith('(WmiTrace)')) {
        vote('wmitrace')
        marks++
      }
    }
    filled++
  }
  return {counts, isListing: marks > 0 || firstIsRecord || records >= 3 || (records > 0 && filled <= 3)}
}

/** How sure one can be that the tool wrote this text: only the one with most votes gets more than nothing. */
export function sniffListing(id: WppFormat, headText: string): number {
  const {counts, isListing} = countVotes(headText)
  if (!isListing) return 0
  let most: WppFormat | null = null
  for (const [format, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = format
  return most === id ? SURE : 0
}

/** Whether lines at the head of a text have the user's own prefix. */
export function hasPrefix(headText: string, notation: string): boolean {
  const prefix = compilePrefix(notation)
  for (const line of firstLines(headText)) if (prefix.match(line) !== null) return true
  return false
}

function* firstLines(text: string): Generator<string> {
  let from = 0
  for (let n = 0; n < VOTERS && from < text.length; n++) {
    const end = text.indexOf('\n', from)
    if (end < 0) {
      yield text.slice(from)
      return
    }
    yield text.slice(from, end)
    from = end + 1
  }
}
