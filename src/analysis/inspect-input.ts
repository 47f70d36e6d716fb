import type {TraceEvent} from '../events/event.js'
import {assignAdapters} from '../sessions/assign-adapters.js'
import {capabilities} from './can-judge.js'
import {captureAdvice} from './capture-advice.js'
import {collect} from './capture-collector.js'
import type {InputFacts, InspectedInput, MessageCount} from './inspect.js'
import {inputReport, type ReadInput} from './read-inputs.js'

/** What is in one input, taken as a capture of its own. */
export function inspectInput(input: ReadInput): InspectedInput {
  const {collector} = input
  const {clock} = collector
  const {capture, stated, events} = collect([collector])
  const {adapters} = assignAdapters(events, stated, null)
  const facts: InputFacts = {
    ...inputReport(input),
    providers: collector.providers.list(),
    messages: messageCounts(collector.events),
    dialects: [...collector.recogniser.counts].map(([id, records]) => ({id, records})),
    named: collector.named,
    clock: {
      zone: capture.zone,
      granularityUs: clock.dated === 0 ? null : capture.granularityUs,
      firstUs: clock.firstUs,
      lastUs: clock.lastUs,
      undated: collector.records - clock.dated,
      backwards: clock.backwards,
    },
    gaps: clock.gaps,
    loss: {events: capture.lostEvents, buffers: capture.lostBuffers, spans: capture.lossSpans},
    adapters: adapters.map(({id, name, model}) => ({id, name, model})),
  }
  const advice = captureAdvice({
    inputs: [facts],
    granularityUs: facts.clock.granularityUs,
    driver: facts.messages.some(({step}) => step !== 'LOG'),
    windows: facts.messages.some(({step, message}) => step === 'LOG' && /^(?:8|1[12])\d{3}\d?$/.test(message)),
  })
  return {...facts, capabilities: capabilities(facts), advice}
}

/** Wi-Fi messages by step, most frequent first. */
function messageCounts(events: readonly TraceEvent[]): MessageCount[] {
  const counts = new Map<string, {-readonly [K in keyof MessageCount]: MessageCount[K]}>()
  for (const {step, message, transactionId, payload} of events) {
    const key = `${step} ${message.name}`
    const count = counts.get(key) ?? {message: message.name, step, records: 0, withTransactionId: 0, withBytes: 0}
    count.records++
    if (transactionId !== null) count.withTransactionId++
    if (payload !== null) count.withBytes++
    counts.set(key, count)
  }
  const key = (count: MessageCount) => `${count.message} ${count.step}`
  return [...counts.values()].sort((a, b) => b.records - a.records || (key(a) < key(b) ? -1 : 1))
}
