/**
 * What the tools print between records: `debugger` text ends a log dump's record and is followed by more of
 * it; `console` is tracefmt's own report, with what it says about loss and the log's span.
 */
export type Chatter =
  | {readonly kind: 'log-start'}
  | {readonly kind: 'dump-start'}
  | {readonly kind: 'dump-end'}
  /** Output of another kind follows, which has a parser of its own. */
  | {readonly kind: 'foreign'; readonly what: string}
  | {readonly kind: 'debugger'}
  | {readonly kind: 'console'}
  /** Events lost so far, printed per buffer. */
  | {readonly kind: 'buffer'; readonly totalLost: number}
  /** The console's last line: events lost in all. */
  | {readonly kind: 'total'; readonly eventsLost: number}
  | {readonly kind: 'span'; readonly end: boolean; readonly stamp: string}

const BUFFER = /^\d\d\/\d\d\/\d{4}-[\d:.]+ ::\s*\d+: Filled=\s*\d+, Lost=\s*\d+ TotalLost=\s*(\d+)/
const TOTAL = /^Processing completed\s+Buffers: \d+, Events: \d+, EventsLost: (\d+) ::/
const PROMPT = /^(?:\d{1,4}: kd|lkd|\d{1,3}:\d{3,4}(?::x86)?)> /
const SPAN = /^\s+(Start|End) Time\s+(\d{4}-\d\d-\d\d-\d\d:\d\d:\d\d\.\d+)\s*$/
const CONSOLE =
  /^(?:Setting log file to: |Logfile .*:$|tracefmt : |Event (?:traces|Summary) dumped to |Examining .* found\.)/

const TRACERPT = {kind: 'foreign', what: 'CSV of tracerpt'} as const

/** It begins with blanks, as lines of a message do. */
export function isTracerptHeader(line: string): boolean {
  return /^ {0,4}Event Name, {1,16}Type, {1,16}Event ID,/.test(line)
}

/** null: the line is part of the trace. */
export function readChatter(line: string): Chatter | null {
  const first = line.charCodeAt(0)
  // Digits, '(' and capitals begin all of them but the indented lines of the log header.
  if (first >= 48 && first <= 57) {
    const buffer = BUFFER.exec(line)
    if (buffer !== null) return {kind: 'buffer', totalLost: Number(buffer[1])}
    return PROMPT.test(line) ? {kind: 'debugger'} : null
  }
  switch (line[0]) {
    case '(':
      if (!line.startsWith('(WmiTrace)')) return null
      return line.includes('LogDump') ? {kind: 'dump-start'} : {kind: 'debugger'}
    case 'E':
      if (line.trimEnd() === 'EventTrace') return {kind: 'log-start'}
      if (isTracerptHeader(line)) return TRACERPT
      return CONSOLE.test(line) ? {kind: 'console'} : null
    case 'F':
      if (line.trimEnd() === 'Files Processed:') return {kind: 'foreign', what: 'A summary'}
      return /^Found Buffers: \d+ Messages: \d+/.test(line) ? {kind: 'dump-start'} : null
    case 'T':
      return /^Total of \d+ Messages from \d+ Buffers/.test(line) ? {kind: 'dump-end'} : null
    case '-':
      return line.trimEnd() === '--- start of log ---' ? {kind: 'foreign', what: "A driver's own log"} : null
    case 'B':
      return line.trimEnd() === 'BeginHeader' ? {kind: 'foreign', what: "Output of xperf's dumper"} : null
    case '<':
      return /^<Events[ >]/.test(line) ? {kind: 'foreign', what: 'XML of events'} : null
    case 'P': {
      const total = TOTAL.exec(line)
      return total === null ? null : {kind: 'total', eventsLost: Number(total[1])}
    }
    case 'l':
      return PROMPT.test(line) ? {kind: 'debugger'} : null
    case '\t':
    case ' ': {
      if (isTracerptHeader(line)) return TRACERPT
      const span = SPAN.exec(line)
      return span === null ? null : {kind: 'span', end: span[1] === 'End', stamp: span[2] as string}
    }
    case 'S':
    case 'L':
    case 't':
      return CONSOLE.test(line) ? {kind: 'console'} : null
    default:
      return null
  }
}
