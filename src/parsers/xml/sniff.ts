const EVENT_NAMESPACE = /schemas\.microsoft\.com\/win\/2004\/08\/events\/event/
/** What may stand before the first element: declaration, comments, the marker of a tree view. */
const PROLOG = /^(?:\s|\ufeff|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|[-+] ?(?=<))+/
const FIRST_EVENT = /<Event(?=[\s>])([^>]*)>\s*(?:[-+] ?)?(<System[\s>])?/

/** Lines that may stand before the first event. */
const INTRODUCTION = 30

/**
 * How sure it is that a text is XML of Windows events. Other formats also have elements called Event:
 * PerfView (`EventName=`), TraceEvent (`MSec=`), CLIXML and wlan reports hold them inside.
 */
export function startsEventXml(head: string): number {
  const body = head.replace(PROLOG, '')
  const first = FIRST_EVENT.exec(body)
  const isEvent = first !== null && (EVENT_NAMESPACE.test(first[1] ?? '') || first[2] !== undefined)
  if (/^<Events?[\s/>]/.test(body)) {
    if (first === null) return /^<Events(?:\s[^>]*)?\/?>/.test(body) ? 0.5 : 0
    return isEvent ? 1 : 0
  }
  return isEvent && !body.startsWith('<') && isIntroduction(body.slice(0, first.index)) ? 0.6 : 0
}

/**
 * A prompt, the start of a log line or what Event Viewer copies with an event, but not the program or the page that
 * quotes one.
 */
function isIntroduction(before: string): boolean {
  const lines = before.split('\n')
  return lines.length <= INTRODUCTION && !/[`'"]/.test(lines.at(-1) as string)
}

/** Signs that only tracerpt leaves; event logs number their records. */
export function isTracerpt(head: string): boolean {
  if (/<ExtendedTracingInfo[\s>]|schemas\.microsoft\.com\/win\/2004\/08\/events\/trace/.test(head)) return true
  return /<Execution\s[^>]*ProcessorID=/.test(head) && !/<EventRecordID>/.test(head)
}
