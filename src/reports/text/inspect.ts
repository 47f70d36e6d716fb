import {duration} from '../../analysis/duration.js'
import type {Capability, InspectedInput, InspectReport, ProviderReport} from '../../analysis/inspect.js'
import {calendarDay, clockTime, fullTime} from '../../analysis/moment.js'
import {adviceLines} from './advice.js'
import {bytes, zoneWords} from './coverage.js'
import {type Layout, plural, thousands} from './layout.js'
import {table} from './table.js'
import {lastTouch} from './typography.js'
import {wrap} from './width.js'

export interface InspectOptions {
  /** Rows of a list; 0: all. */
  readonly limit: number
  readonly verbose: boolean
}

/** What is in the files and what could be judged from them; nothing is judged here. */
export function* inspectScreen(report: InspectReport, layout: Layout, options: InspectOptions): Iterable<string> {
  for (const [i, input] of report.inputs.entries()) {
    if (i > 0) yield '\n'
    for (const line of oneInput(input, layout, options)) yield `${lastTouch(line, layout.screen.unicode)}\n`
  }
}

function* oneInput(input: InspectedInput, layout: Layout, options: InspectOptions): Iterable<string> {
  const counts = [plural(input.records, 'record'), `${thousands(input.wifiRecords)} of Wi-Fi`]
  if (input.named > 0) counts.push(`${thousands(input.named)} that name a WDI message without saying which step`)
  if (input.undecoded > 0) counts.push(`${thousands(input.undecoded)} without a format file`)
  yield* layout.labelled('File', layout.theirs(input.path))
  yield* layout.labelled('Format', [input.format, input.encoding, bytes(input.bytes)])
  if (input.sha256 !== null) yield* layout.labelled('SHA-256', input.sha256)
  yield* layout.labelled('Holds', counts)
  yield* layout.labelled('Clock', clock(input, layout))
  yield* layout.labelled('Losses', losses(input))
  const adapters = input.adapters.map(
    ({id, name, model}) => `${id}${name === null ? '' : ` ${layout.theirs(name)}`} (${model})`,
  )
  yield* layout.labelled('Adapters', adapters)
  yield* layout.labelled(
    'Dialects',
    input.dialects.map(({id, records}) => `${layout.theirs(id)} (${thousands(records)})`),
  )
  yield* providers(input, layout, options)
  yield* messages(input, layout, options)
  yield* gaps(input, layout, options)
  yield* judgeable(input, layout)
  yield* problems(input, layout, options)
  yield* adviceLines(layout, input.advice)
}

function clock({clock}: InspectedInput, layout: Layout): string[] {
  const {firstUs, lastUs, zone, granularityUs, undated, backwards} = clock
  if (firstUs === null || lastUs === null) return ['no record has a time']
  const facts = [
    `${fullTime(firstUs, zone)} to ${calendarDay(firstUs, zone) === calendarDay(lastUs, zone) ? clockTime(lastUs, zone) : fullTime(lastUs, zone)} ${zoneWords[zone]}`,
    duration(lastUs - firstUs, null),
  ]
  if (granularityUs !== null) facts.push(layout.ours(`resolution ${duration(granularityUs, null)}`))
  if (undated > 0) facts.push(`${plural(undated, 'record')} without time`)
  if (backwards > 0) facts.push(`${plural(backwards, 'record')} earlier than the one before`)
  return facts
}

function losses({loss}: InspectedInput): string[] {
  const facts: string[] = []
  if (loss.events > 0) facts.push(`${plural(loss.events, 'event')} lost at unknown places`)
  if (loss.buffers > 0) facts.push(`${plural(loss.buffers, 'buffer')} lost`)
  if (loss.spans.length > 0) facts.push(`${plural(loss.spans.length, 'span')} with lost events`)
  return facts.length === 0 ? ['none recorded'] : facts
}

function* providers(input: InspectedInput, layout: Layout, {limit}: InspectOptions): Iterable<string> {
  if (input.providers.length === 0) return
  const {zone} = input.clock
  const shown = limit === 0 ? input.providers : input.providers.slice(0, limit)
  yield* layout.heading('PROVIDERS', '')
  yield* table<ProviderReport>(
    shown,
    [
      {head: 'provider', least: 20, cell: ({name, guid}) => layout.theirs(name ?? guid ?? '(none)')},
      {head: 'records', right: true, cell: ({records}) => thousands(records)},
      {head: 'Wi-Fi', right: true, cell: ({wifiRecords}) => thousands(wifiRecords)},
      {head: 'no format', right: true, drop: 3, cell: ({undecoded}) => thousands(undecoded)},
      {head: 'first', drop: 2, blank: '', cell: ({firstUs}) => (firstUs === null ? '' : clockTime(firstUs, zone))},
      {head: 'last', drop: 1, blank: '', cell: ({lastUs}) => (lastUs === null ? '' : clockTime(lastUs, zone))},
    ],
    layout.width,
    layout.chalk.dim,
  )
  yield* rest(layout, input.providers.length - shown.length)
}

function* messages(input: InspectedInput, layout: Layout, {limit}: InspectOptions): Iterable<string> {
  if (input.messages.length === 0) return
  const shown = limit === 0 ? input.messages : input.messages.slice(0, limit)
  yield* layout.heading('MESSAGES', 'of Wi-Fi drivers and the system log')
  yield* table(
    shown,
    [
      {head: 'step', cell: ({step}) => step},
      {head: 'message', least: 24, cell: ({message}) => layout.theirs(message)},
      {head: 'records', right: true, cell: ({records}) => thousands(records)},
      {head: 'with id', right: true, drop: 2, cell: ({withTransactionId}) => thousands(withTransactionId)},
      {head: 'with bytes', right: true, drop: 1, cell: ({withBytes}) => thousands(withBytes)},
    ],
    layout.width,
    layout.chalk.dim,
  )
  yield* rest(layout, input.messages.length - shown.length)
}

function* gaps(input: InspectedInput, layout: Layout, {limit}: InspectOptions): Iterable<string> {
  if (input.gaps.length === 0) return
  const {zone} = input.clock
  const shown = limit === 0 ? input.gaps : input.gaps.slice(0, limit)
  yield* layout.heading('GAPS', 'without a record of any provider')
  for (const {startUs, endUs} of shown) {
    yield `  ${clockTime(startUs, zone)} to ${clockTime(endUs, zone)} (${layout.ours(duration(endUs - startUs, null))})`
  }
  yield* rest(layout, input.gaps.length - shown.length)
}

const signs: Readonly<Record<Capability['judged'], string>> = {yes: '✓', partly: '○', no: '✗'}

function* judgeable(input: InspectedInput, layout: Layout): Iterable<string> {
  if (input.capabilities.every(({judged}) => judged === 'no')) {
    yield* layout.heading('CAN BE JUDGED', `nothing: ${input.capabilities[0]?.why ?? 'no Wi-Fi messages'}`)
    return
  }
  yield* layout.heading('CAN BE JUDGED', '')
  yield* table(
    input.capabilities,
    [
      {head: ' ', cell: ({judged}) => layout.ours(signs[judged])},
      {head: 'what', cell: ({what}) => what},
      {head: 'judged', cell: ({judged}) => judged},
      {head: 'because', least: 12, cell: ({why}) => why ?? ''},
    ],
    layout.width,
    layout.chalk.dim,
  )
}

function* problems(input: InspectedInput, layout: Layout, {limit, verbose}: InspectOptions): Iterable<string> {
  if (input.problems.length === 0) return
  yield* layout.heading('PROBLEMS', `${plural(input.problems.length, 'place')} not read in full`)
  const shown = limit === 0 || verbose ? input.problems : input.problems.slice(0, limit)
  for (const {line, message} of shown) {
    const text = `${line === 0 ? 'the file' : `line ${thousands(line)}`}  ${layout.mixed(message)}`
    for (const [i, piece] of wrap(text, layout.width - 4).entries()) yield `${i === 0 ? '  ' : '    '}${piece}`
  }
  yield* rest(layout, input.problems.length - shown.length)
}

function* rest(layout: Layout, hidden: number): Iterable<string> {
  if (hidden > 0) yield layout.ours(`… ${thousands(hidden)} more (--limit 0 shows all)`)
}
