import type {InspectedInput, InspectReport} from '../analysis/inspect.js'
import {jsonList} from './json.js'
import type {Report} from './report.js'
import {inputShape} from './shape.js'
import {inspectScreen} from './text/inspect.js'
import {Layout} from './text/layout.js'

const each = {open: '', between: '', close: ''}

/** The formats of `inspect`. */
export const inspectReports: readonly [Report<InspectReport>, ...Report<InspectReport>[]] = [
  {
    id: 'text',
    title: 'text for people',
    each,
    render: (report, options) => inspectScreen(report, new Layout(options.screen), options),
  },
  {
    id: 'json',
    title: 'JSON, one object',
    each,
    *render({schemaVersion, inputs}) {
      yield `{\n"schemaVersion": ${schemaVersion},\n"inputs": `
      yield* jsonList(inputs, inspectedShape)
      yield '\n}\n'
    },
  },
]

const inspectedShape = (input: InspectedInput) => ({
  ...inputShape(input),
  providers: input.providers.map(({name, guid, records, wifiRecords, undecoded, firstUs, lastUs}) => ({
    name,
    guid,
    records,
    wifiRecords,
    undecoded,
    firstUs,
    lastUs,
  })),
  messages: input.messages.map(({message, step, records, withTransactionId, withBytes}) => ({
    message,
    step,
    records,
    withTransactionId,
    withBytes,
  })),
  dialects: input.dialects.map(({id, records}) => ({id, records})),
  named: input.named,
  clock: {
    zone: input.clock.zone,
    granularityUs: input.clock.granularityUs,
    firstUs: input.clock.firstUs,
    lastUs: input.clock.lastUs,
    undated: input.clock.undated,
    backwards: input.clock.backwards,
  },
  gaps: input.gaps.map(({startUs, endUs}) => ({startUs, endUs})),
  loss: {
    events: input.loss.events,
    buffers: input.loss.buffers,
    spans: input.loss.spans.map(({startUs, endUs}) => ({startUs, endUs})),
  },
  adapters: input.adapters.map(({id, name, model}) => ({id, name, model})),
  capabilities: input.capabilities.map(({what, judged, why}) => ({what, judged, why})),
  advice: input.advice.map(({why, commands}) => ({why, commands: [...commands]})),
})
