import type {Problem} from '../../events/place.js'
import {readFiletime} from '../filetime.js'
import type {FormatId, ParseOptions, RecordSink} from '../parser.js'
import {readStamp, type Stamp, withoutMarks} from '../stamps.js'
import {type Anchor, anchorOf, ReportClock} from './report-clock.js'
import type {ReportEvent, ReportPlace, ReportSnapshot} from './report-event.js'
import {eventRecord, snapshotRecord} from './report-records.js'

/** Characters of events that may wait for the end of the report; a report of a month has some 10 million. */
const MOST_HELD = 64 * 1024 * 1024
const SECOND_US = 1_000_000
const MINUTE_US = 60 * SECOND_US

/**
 * What a wlan report holds, in the order of the file. Its events have local times, and only a list elsewhere in the
 * file tells the offset: so they wait for the end of the report. They keep their whole seconds also where the list has
 * the exact time: the few exact ones among others of the same second would change places with them.
 */
export class ReportRun {
  readonly #sink: RecordSink
  readonly #options: ParseOptions
  readonly #format: FormatId
  readonly #events: ReportEvent[] = []
  readonly #snapshots: ReportSnapshot[] = []
  #held = 0
  #full = false

  constructor(format: FormatId, sink: RecordSink, options: ParseOptions) {
    this.#format = format
    this.#sink = sink
    this.#options = options
  }

  event(event: ReportEvent): void {
    if (this.#holds(event)) this.#events.push(event)
  }

  snapshot(snapshot: ReportSnapshot): void {
    if (this.#holds(snapshot)) this.#snapshots.push(snapshot)
  }

  problem(problem: Problem): void {
    this.#sink.problem(problem)
  }

  /** The report is complete; `closed` false: its end is missing. */
  end(closed: boolean, place: Omit<Problem, 'message'>): void {
    if (!closed) {
      this.#sink.notes.cut = true
      this.problem({...place, message: 'The end of the report is missing: the file is cut.'})
    }
    const snapshots = new Map(this.#snapshots.map(snapshot => [snapshot.uid, snapshot]))
    snapshots.delete('')
    this.#emitEvents(this.#anchors(snapshots), snapshots)
    this.#emitSnapshots()
  }

  #emitEvents(anchors: ReadonlyMap<ReportEvent, Anchor>, snapshots: ReadonlyMap<string, ReportSnapshot>): void {
    const {notes} = this.#sink
    const clock = new ReportClock([...anchors.values()])
    notes.zone = 'utc'
    let undated: ReportPlace | null = null
    let uncertain: ReportPlace | null = null
    for (const event of this.#events) {
      const localUs = localTime(event)
      const own = anchors.get(event)
      const offset = own ? {us: own.offsetUs, certain: true} : localUs === null ? null : clock.offsetAt(localUs)
      if (localUs === null) undated ??= event.place
      else {
        notes.granularityUs = SECOND_US
        if (offset === null && this.#options.tzMinutes === null) notes.zone = 'local'
        if (offset?.certain === false) uncertain ??= event.place
      }
      const offsetUs = offset?.us ?? (this.#options.tzMinutes ?? 0) * MINUTE_US
      const atUs = localUs === null ? null : localUs - offsetUs
      this.#sink.format(this.#format)
      this.#sink.record(eventRecord(event, atUs, snapshots.get(event.uid) ?? null))
    }
    if (undated !== null) this.#say(undated, 'This event has no time that can be read: events like it stay undated.')
    if (uncertain !== null) {
      const message =
        'The clock was changed around this event: the offset of events near the change may be that of its other side.'
      this.#say(uncertain, message)
    }
  }

  /** Entries of the list that are none of the events. */
  #emitSnapshots(): void {
    const uids = new Set(this.#events.map(({uid}) => uid))
    let unnamed: ReportPlace | null = null
    for (const snapshot of this.#snapshots) {
      if (uids.has(snapshot.uid) && snapshot.uid !== '') continue
      // Without the name of its event it may be one of those above.
      if (this.#events.length > 0 && (snapshot.uid === '' || !this.#events.some(({uid}) => uid !== ''))) {
        unnamed ??= snapshot.place
        continue
      }
      const stamp = readFiletime(snapshot.time)
      if (stamp !== null) this.#date(stamp)
      this.#sink.format(this.#format)
      this.#sink.record(snapshotRecord(snapshot, stamp))
    }
    if (unnamed === null) return
    this.#say(
      unnamed,
      'This entry does not name its event, which the tables are taken to hold: entries like it were left out.',
    )
  }

  #date(stamp: Stamp): void {
    const {notes} = this.#sink
    notes.granularityUs = Math.max(stamp.unitUs, notes.granularityUs ?? stamp.unitUs)
  }

  /** Moments on both clocks: events of the list, and restarts, whose text has the time in UTC. */
  #anchors(snapshots: ReadonlyMap<string, ReportSnapshot>): ReadonlyMap<ReportEvent, Anchor> {
    const anchors = new Map<ReportEvent, Anchor>()
    for (const event of this.#events) {
      const snapshot = snapshots.get(event.uid)
      const utc = snapshot === undefined ? bootTime(event) : readFiletime(snapshot.time)
      const localUs = utc === null ? null : localTime(event)
      const anchor = localUs === null || utc === null ? null : anchorOf(localUs, utc.atUs)
      if (anchor !== null) anchors.set(event, anchor)
    }
    return anchors
  }

  #holds({place, message}: {readonly place: ReportPlace; readonly message: string}): boolean {
    this.#held += place.text.length + message.length + 200
    if (this.#held <= MOST_HELD) return true
    if (!this.#full) this.#say(place, 'The report is longer than any should be: what follows was left out.')
    this.#full = true
    return false
  }

  #say({line, offset}: ReportPlace, message: string): void {
    this.problem({line, offset, message})
  }
}

/** As if the local clock were UTC. */
function localTime({time}: ReportEvent): number | null {
  const stamp = readStamp(time.trim())
  return stamp?.shape === 'iso' ? stamp.atUs : null
}

/** Kernel-General 12: `… started at system time 2016-06-23T11:49:46.485749900Z`, in any language. */
function bootTime({id, message}: ReportEvent): Stamp | null {
  if (id !== 12) return null
  const text = withoutMarks(message)
  const at = text.search(/\d{4}-\d\d-\d\dT/)
  const stamp = at < 0 ? null : readStamp(text, at)
  return stamp?.zone === 'utc' ? stamp : null
}
