import type {TraceRecord} from '../events/record.js'

/** What a record shows of its first line. */
const LONGEST_TEXT = 4096

/** A record that begins with that line; what the format does not print is null. */
export function lineRecord(
  text: string,
  line: number,
  offset: number,
  facts: Pick<TraceRecord, 'message'> & Partial<TraceRecord>,
): TraceRecord {
  return {
    line,
    offset,
    text: text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text,
    atUs: null,
    ns: 0,
    cpu: null,
    pid: null,
    tid: null,
    provider: null,
    providerGuid: null,
    eventId: null,
    activityId: null,
    fields: null,
    undecoded: null,
    ...facts,
  }
}
