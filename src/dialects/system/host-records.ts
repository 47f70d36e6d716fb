import {EVENT_SPECS, type EventSpec, eventSpec, type HostProvider} from '../../autoconfig/event-tables.js'
import {asOneLine, oneLine} from '../../autoconfig/rendered.js'
import {isTold} from '../../autoconfig/told-events.js'
import type {TraceRecord} from '../../events/record.js'
import type {Recognition} from '../dialect.js'
import {hostEvent} from './host-event.js'

/** Has the text of 11010, which took its place. */
const OLD_START = 11003

interface Line {
  readonly spec: EventSpec
  readonly pattern: RegExp
}

/** The first line of a text tells the event. */
function linesOf(provider: HostProvider): Line[] {
  const wanted = (spec: EventSpec) => spec.provider === provider && isTold(provider, spec.id) && spec.id !== OLD_START
  return EVENT_SPECS.filter(wanted).flatMap(spec => {
    const pattern = oneLine(spec)
    return pattern === null ? [] : [{spec, pattern}]
  })
}

const isOneLine = ({text}: EventSpec): boolean => !text.trim().includes('\n')

/** Recognises rendered English text: listings and copies have no event ids. */
export class HostText {
  readonly #lines = new Map<HostProvider, readonly Line[]>()

  specOf(provider: HostProvider, message: string): EventSpec | undefined {
    let known = this.#lines.get(provider)
    if (known === undefined) {
      known = linesOf(provider)
      this.#lines.set(provider, known)
    }
    const [first = ''] = message.trimStart().split('\n', 1)
    if (first.length > 600) return undefined
    const line = asOneLine(first)
    const found = known.find(({pattern}) => pattern.test(line))?.spec
    if (found !== undefined || message.length > 600) return found
    // Who publishes a listing breaks long lines.
    const joined = asOneLine(message)
    return joined === line ? undefined : known.find(({spec, pattern}) => isOneLine(spec) && pattern.test(joined))?.spec
  }
}

/** An event of Windows: by provider and id, or by its English text where no id was exported. */
export function hostRecord(record: TraceRecord, text: HostText, provider: HostProvider): Recognition | null {
  if (record.eventId !== null) {
    const {eventId} = record
    return isTold(provider, eventId) ? hostEvent(provider, eventId, eventSpec(provider, eventId), record) : null
  }
  const spec = text.specOf(provider, record.message)
  return spec === undefined ? null : hostEvent(provider, spec.id, spec, record)
}

/** Where a text of AutoConfig begins in a line of unknown text: behind a time, a level, a component. */
const BEGINNING =
  /FSM Transition from State|Port ?[[(]\d{1,9}[\])] ?Peer |FAST ROAMING is |WLAN AutoConfig service |Wireless (?:network|security|802\.1x) /i

/** A line that nobody signed. */
export function unsignedRecord(record: TraceRecord, text: HostText): Recognition | null {
  if (record.provider !== null || record.eventId !== null) return null
  const at = record.message.slice(0, 400).search(BEGINNING)
  if (at < 0) return null
  const message = record.message.slice(at)
  const spec = text.specOf('WLAN', message)
  return spec === undefined ? null : hostEvent('WLAN', spec.id, spec, {...record, message})
}
