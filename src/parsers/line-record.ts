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
    atUs: facts.atUs ?? null,
    ns: facts.ns ?? 0,
    cpu: facts.cpu ?? null,
    pid: facts.pid ?? null,
    tid: facts.tid ?? null,
    provider: facts.provider ?? null,
    providerGuid: facts.providerGuid ?? null,
    eventId: facts.eventId ?? null,
    activityId: facts.activityId ?? null,
    message: facts.message,
    fields: facts.fields ?? null,
    undecoded: facts.undecoded ?? null,
    ...(facts.momentary ? {momentary: true as const} : {}),
  }
}
