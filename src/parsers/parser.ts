import type {TraceEvent} from '../events/event.js'
import type {Problem} from '../events/place.js'
import type {InputNotes, TraceRecord} from '../events/record.js'
import type {Capabilities} from './capabilities.js'
import type {
  BlockLayout,
  ClassLayout,
  ElementLayout,
  JsonLayout,
  LineLayout,
  ObjectLayout,
  RowLayout,
} from './scan/layouts.js'
import type {Own} from './scan/wanted.js'

export type FormatId =
  | 'scenario'
  | 'tracefmt'
  | 'netsh'
  | 'pktmon'
  | 'wmitrace'
  | 'ifr'
  | 'ndiskd'
  | 'tracefmt-csv'
  | 'traceview'
  | 'tracerpt-csv'
  | 'tracerpt-xml'
  | 'event-xml'
  | 'eventviewer-csv'
  | 'eventviewer-txt'
  | 'export-csv'
  | 'clixml'
  | 'convertto-json'
  | 'wevtutil-text'
  | 'silketw'
  | 'perfview-csv'
  | 'perfview-xml'
  | 'traceevent'
  | 'xperf'
  | 'message-analyzer'
  | 'wlanreport-xml'
  | 'wlanreport-html'
  | 'summary'
  | 'tat'
  | 'etl'
  | 'evtx'
  | 'text'
  | 'unknown'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'binary'

/** What the user said about the input; null: not said. */
export interface ParseOptions {
  /** Minutes east of UTC for local stamps. */
  readonly tzMinutes: number | null
  readonly dateOrder: 'mdy' | 'dmy' | null
  /** FormatMessage notation of a custom TRACE_FORMAT_PREFIX. */
  readonly prefix: string | null
}

export type ParsedEvent = Omit<TraceEvent, 'place' | 'provider' | 'seq'> & {
  readonly line: number
  readonly offset: number
}

/** Where a parser puts what it reads. */
export interface RecordSink {
  record(record: TraceRecord): void
  problem(problem: Problem): void
  readonly notes: InputNotes
  /** Only formats that hold decoded events themselves (scenarios) call these two. */
  event(event: ParsedEvent): void
  capabilities(facts: Partial<Capabilities>): void
  /** Records may come from several tools (concatenated files): tell which one wrote this record. */
  format(id: FormatId): void
  /** Records that were counted without being read. */
  passed(passed: Passed): void
}

/** Records of which nobody wants more than their number. */
export interface Passed {
  readonly format: FormatId
  readonly records: number
  /** Those among them that software tracing (WPP) wrote. */
  readonly software: number
  readonly undecoded: number
  /** Where the text goes on. */
  readonly line: number
  readonly offset: number
}

/** One pass over the decoded text of one input. */
export interface ParserRun {
  /**
   * The next piece of text, cut anywhere between two characters. Records are handed to the sink
   * as soon as they are complete.
   */
  text(chunk: string): void
  /** End of the input: the last record, if it is whole enough to be read, else a problem. */
  end(): void
  /** A record is open that may go on with any line; else the first line of another tool's output ends it (parsers/seams.ts). */
  readonly inside?: boolean
  /** Only where records can be passed over. */
  readonly skim?: Skim
  /** Only where reading can begin in the middle. */
  readonly blocks?: Blocks
}

/** What a parser does so that the text can be read in blocks (parsers/block-starts.ts). */
export interface Blocks {
  /** Whether a line seems to begin a record; of a long line only the beginning is given. */
  begins(line: string): boolean
  /** Number of the line that comes next. */
  line(): number
  /**
   * What is open is complete; the text goes on there, with a line that begins a record. Gives all that the reading of
   * records depends on then, zone and resolution of times left out; null: more than can be told, or a line that begins
   * a record might have been part of what was open.
   */
  jump(line: number, offset: number): string | null
}

/** What a parser does so that records which nobody wants need not be read (parsers/scan). */
export type Skim =
  | SkimOf<'lines', LineLayout | BlockLayout>
  | SkimOf<'rows', RowLayout | ClassLayout>
  | SkimOf<'elements', ElementLayout>
  | SkimOf<'objects' | 'tags', ObjectLayout>
  | SkimOf<'json', JsonLayout>

interface SkimOf<Kind, Layout> {
  readonly kind: Kind
  readonly own: Own
  /**
   * How the record read last looked. null: records cannot be told by that, or the parser is in the middle of one. The
   * same object while it holds.
   */
  layout(): Layout | null
  /** Whole records were passed over; the text goes on behind them. */
  pass(passed: Passed): void
}

export interface Parser {
  readonly id: FormatId
  /** For people: "tracefmt listing". */
  readonly title: string
  /**
   * Looks at the first 64 KiB of decoded text, never at the file name. 0: not mine; 1: nothing else can be;
   * between: the highest wins, the list's order breaks ties.
   */
  sniff(head: string): number
  /** `head` is what `sniff` saw; `text` gets it as well. */
  start(sink: RecordSink, options: ParseOptions, bytes: ByteLength, head: string): ParserRun
}

/** Bytes that a piece of text takes in the file's encoding: turns character positions into offsets. */
export type ByteLength = (text: string) => number
