import {createHash} from 'node:crypto'
import {type OpenInput, openInput} from '../parsers/open.js'
import type {ParseOptions} from '../parsers/parser.js'
import type {Wanted} from '../parsers/scan/wanted.js'
import {ScenarioError} from '../parsers/scenario/scenario-error.js'
import {type Source, SourceError} from '../sources/source.js'
import type {InputReport} from './analysis.js'
import {type CollectedInput, InputCollector, type Recogniser} from './input-collector.js'

export interface ReadOptions {
  readonly parse: ParseOptions
  /** A fresh recogniser for each input: dialects keep state across lines. */
  readonly recogniser: () => Recogniser
  readonly hash: boolean
  /** Tells which records matter, of one input after the other; null: every record is read. */
  readonly wanted?: Wanted | null
  /** Count and date every record, as `inspect` shows them. */
  readonly everything?: boolean
  /** Told how many bytes were read, for progress. */
  readonly onBytes?: (count: number) => void
}

/** One input after reading. */
export interface ReadInput {
  readonly source: Source
  readonly opened: Pick<OpenInput, 'byteCount' | 'encoding' | 'format'>
  readonly collector: CollectedInput
  readonly sha256: string | null
  /** A scenario file that its author has to mend: exit code 2 where it is the only input. */
  readonly scenarioError: ScenarioError | null
}

/**
 * Reads the inputs one after the other. An unreadable one is kept with its reason among its problems. They are numbered
 * from `first`.
 */
export async function readInputs(
  sources: AsyncIterable<Source> | Iterable<Source>,
  options: ReadOptions,
  first = 0,
): Promise<ReadInput[]> {
  const inputs: ReadInput[] = []
  for await (const source of sources) inputs.push(await readInput(source, first + inputs.length, options))
  return inputs
}

async function readInput(source: Source, number: number, options: ReadOptions): Promise<ReadInput> {
  const {wanted = null, everything = false} = options
  const collector = new InputCollector(number, options.recogniser(), everything ? Infinity : undefined)
  const opened = openInput(collector, options.parse, everything ? null : wanted)
  const hash = options.hash ? createHash('sha256') : null
  let scenarioError: ScenarioError | null = null
  let whole = false
  try {
    for await (const chunk of source.bytes(() => opened.room)) {
      hash?.update(chunk)
      opened.bytes(chunk)
      options.onBytes?.(chunk.length)
    }
    opened.end()
    whole = true
  } catch (error) {
    if (error instanceof ScenarioError) {
      scenarioError = error
      collector.forget()
      collector.problem({offset: 0, line: error.line, message: error.message})
    } else if (error instanceof SourceError) {
      if (opened.byteCount > 0) opened.end()
      collector.notes.cut = true
      collector.problem({offset: opened.byteCount, line: 0, message: error.message})
    } else throw error
  }
  collector.end()
  return {source, opened, collector, sha256: whole ? (hash?.digest('hex') ?? null) : null, scenarioError}
}

export function inputReport({source, opened, collector, sha256}: ReadInput): InputReport {
  return {
    path: source.path,
    bytes: opened.byteCount,
    sha256,
    format: formatOf(opened, collector),
    encoding: opened.encoding,
    records: collector.records,
    wifiRecords: collector.events.length,
    undecoded: collector.undecoded,
    lostEvents: collector.notes.lostEvents,
    problems: collector.allProblems(),
  }
}

/** Text of an unknown kind is a trace only where messages were found in it. */
function formatOf({format}: ReadInput['opened'], {events}: CollectedInput): InputReport['format'] {
  return format === 'text' && events.length === 0 ? 'unknown' : format
}
