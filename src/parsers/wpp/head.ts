import {readStamp, type Stamp} from '../stamps.js'

/**
 * The prefix of one WPP record, `[2]0F24.1020::2018-09-17 10:22:14.658 [component]`, in every variant that
 * tracefmt, netsh, pktmon, the debugger and copying by hand produce (formats.md 1.1):
 *
 *   ^\s*(?:(\d+)(?::\s*|\s+))?\[(\d{1,4})\]\s?(HEX{4,8})\.(HEX{4,8})::\s?(<stamp>)(?:\s(HEX{8}))?\s\[([^\]]*)\](.*)$
 *
 * Read by position: at one prefix a line this is most of the parser's time.
 */
export interface Head {
  cpu: number
  /** null: the record says that it is unknown. */
  pid: number | null
  tid: number | null
  stamp: Stamp | null
  component: string
  /** Index of the message's first character; a single blank before it is skipped. */
  message: number
  /** A blank stood between the component and the message. */
  blank: boolean
  /** A line number stood in front, pasted by a viewer. */
  numbered: boolean
}

export function emptyHead(): Head {
  return {cpu: 0, pid: null, tid: null, stamp: null, component: '', message: 0, blank: false, numbered: false}
}

const BLANK = 32
const TAB = 9
const OPEN = 91
const CLOSE = 93
const COLON = 58
const DOT = 46
const UNKNOWN_ID = 0xffff_ffff

/** Reads the prefix of a line into `head`; false, and `head` of no use, where the line has none. */
export function readHead(line: string, head: Head): boolean {
  let at = 0
  let code = line.charCodeAt(0)
  while (isBlank(code)) code = line.charCodeAt(++at)
  head.numbered = false
  if (isDigit(code)) {
    while (isDigit(code)) code = line.charCodeAt(++at)
    // grep -n writes 12:[, viewers leave a blank.
    if (code === COLON) code = line.charCodeAt(++at)
    else if (!isBlank(code)) return false
    while (isBlank(code)) code = line.charCodeAt(++at)
    head.numbered = true
  }
  if (code !== OPEN) return false

  const cpuAt = ++at
  let cpu = 0
  code = line.charCodeAt(at)
  while (isDigit(code)) {
    cpu = cpu * 10 + code - 48
    code = line.charCodeAt(++at)
  }
  if (code !== CLOSE || at === cpuAt || at - cpuAt > 4) return false
  head.cpu = cpu
  at++
  if (isBlank(line.charCodeAt(at))) at++

  const pidEnd = hexEnd(line, at)
  if (pidEnd < 0 || line.charCodeAt(pidEnd) !== DOT) return false
  const pid = hexOf(line, at, pidEnd)
  const tidEnd = hexEnd(line, pidEnd + 1)
  if (tidEnd < 0 || line.charCodeAt(tidEnd) !== COLON || line.charCodeAt(tidEnd + 1) !== COLON) return false
  const tid = hexOf(line, pidEnd + 1, tidEnd)
  // 0000.0000 is printed for records logged without a process; either alone is a real id.
  const nobody = pid === 0 && tid === 0
  head.pid = nobody || pid === UNKNOWN_ID ? null : pid
  head.tid = nobody || tid === UNKNOWN_ID ? null : tid

  at = tidEnd + 2
  if (isBlank(line.charCodeAt(at))) at++
  const stamp = readStamp(line, at)
  if (stamp === null) return false
  head.stamp = stamp
  at = stamp.end
  if (!isBlank(line.charCodeAt(at))) return false
  at++
  if (line.charCodeAt(at) !== OPEN) {
    // tracefmt -seq: eight hex digits.
    if (hexEnd(line, at) !== at + 8 || !isBlank(line.charCodeAt(at + 8))) return false
    at += 9
    if (line.charCodeAt(at) !== OPEN) return false
  }

  const componentEnd = line.indexOf(']', at + 1)
  if (componentEnd < 0) return false
  head.component = line.slice(at + 1, componentEnd)
  at = componentEnd + 1
  head.blank = line.charCodeAt(at) === BLANK
  head.message = head.blank ? at + 1 : at
  return true
}

/** End of four to eight hex digits; -1 where there are fewer or more. */
function hexEnd(line: string, at: number): number {
  let end = at
  while (end - at < 9 && isHex(line.charCodeAt(end))) end++
  return end - at >= 4 && end - at <= 8 ? end : -1
}

function hexOf(line: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const code = line.charCodeAt(i)
    value = value * 16 + (code <= 57 ? code - 48 : (code & 0xdf) - 55)
  }
  return value
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)
}

function isBlank(code: number): boolean {
  return code === BLANK || code === TAB
}

/** Each part of a prefix may be the last one that the file still has. */
const CUT_HEAD =
  /^\s*(?:\d+(?::\s*|\s+))?\[(?:\d{1,4}(?:\]\s?(?:[0-9A-Fa-f]{1,8}(?:\.(?:[0-9A-Fa-f]{1,8}(?:::?\s?(?:[\d/.: T-]{1,30}(?:[0-9A-Fa-f]{1,8} ?)?(?:\[[^\]]*)?)?)?)?)?)?)?)?$/

/** True for a last line that may be the beginning of a record's prefix and nothing else. */
export function isCutHead(line: string): boolean {
  return line.length < 512 && CUT_HEAD.test(line)
}
