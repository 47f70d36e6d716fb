/** A place in the text that matters to where events begin and end. */
export interface Mark {
  readonly kind: 'open' | 'close'
  readonly at: number
  /** Index after the tag. */
  readonly end: number
}

/** More than any start tag of an event and the blanks behind it take. */
export const TAG_LENGTH = 600

const EVENT_NAMESPACE = 'schemas.microsoft.com/win/2004/08/events/event'
const STARTS_RECORD = /^<Event(?:\s[^<>]*)?>\s*(?:[-+]\s*)?<System[\s>]/

/**
 * Finds `<Event …>` and `</Event>` in text that grows, not inside comments and CDATA. Everything else is skipped:
 * a `<` in an attribute value is no XML.
 */
export class EventMarkup {
  /** Text before this index is done with. */
  at = 0
  /** End of the comment or CDATA section that the text is in, and where it began. */
  #until: string | null = null
  #from = 0
  readonly #longest: number
  readonly #unclosed: () => void

  /** `unclosed` is told of a comment or CDATA section longer than `longest`, in which nothing is skipped any more. */
  constructor(longest: number, unclosed: () => void) {
    this.#longest = longest
    this.#unclosed = unclosed
  }

  /** The next mark; null: there is none, or the text ends before that is certain (`final`: it will not grow). */
  next(text: string, final: boolean): Mark | null {
    for (;;) {
      if (this.#until !== null && !this.#leave(text, this.#until)) return null
      const at = text.indexOf('<', this.at)
      if (at < 0) {
        this.at = text.length
        return null
      }
      this.at = at
      // `<![CDATA[` is the longest of what is looked for.
      if (text.length - at < 9 && !final && !text.startsWith('</Event>', at)) return null
      const second = text.charCodeAt(at + 1)
      if (second === 33) {
        if (text.startsWith('<!--', at)) this.#skip('-->', at + 4)
        else if (text.startsWith('<![CDATA[', at)) this.#skip(']]>', at + 9)
        else this.at++
      } else if (second === 69 && isTag(text, at, '<Event')) return markAt(text, at, 'open', final)
      else if (second === 47 && isTag(text, at, '</Event')) return markAt(text, at, 'close', final)
      else this.at++
    }
  }

  /** Looks for the end of a comment or CDATA section; false: it has not come yet. */
  #leave(text: string, until: string): boolean {
    const end = text.indexOf(until, this.at)
    if ((end < 0 ? text.length : end) - this.#from > this.#longest) {
      this.#unclosed()
      this.seek(this.#from + this.#longest)
    } else if (end < 0) {
      this.at = Math.max(this.at, text.length - until.length + 1)
      return false
    } else this.seek(end + until.length)
    return true
  }

  /** All of the text is read, and none of it was part of a comment that goes on. */
  isDone(text: string): boolean {
    return this.#until === null && this.at === text.length
  }

  /** Goes on at an index, outside of comments. */
  seek(at: number): void {
    this.at = at
    this.#until = null
  }

  /** The text lost its first characters. */
  dropped(count: number): void {
    this.at = Math.max(0, this.at - count)
    this.#from -= count
  }

  #skip(until: string, at: number): void {
    this.#until = until
    this.#from = at
    this.at = at
  }
}

/** True where an event's start tag is that of a record, and not of an element inside one that has the same name. */
export function startsRecord(text: string, at: number): boolean {
  const head = text.slice(at, at + TAG_LENGTH)
  const end = head.indexOf('>')
  return head.slice(0, end < 0 ? undefined : end).includes(EVENT_NAMESPACE) || STARTS_RECORD.test(head)
}

function isTag(text: string, at: number, tag: string): boolean {
  if (!text.startsWith(tag, at)) return false
  const after = text.charCodeAt(at + tag.length)
  // A blank of any kind, `>` or `/`.
  return after === 62 || after === 32 || after === 9 || after === 10 || after === 13 || after === 47
}

function markAt(text: string, at: number, kind: 'open' | 'close', final: boolean): Mark | null {
  const end = text.indexOf('>', at)
  if (end < 0 && !final && text.length - at < TAG_LENGTH) return null
  return {kind, at, end: end < 0 ? text.length : end + 1}
}
