import {expect, it} from 'vitest'
import {capabilities} from '../../src/analysis/can-judge.js'
import type {InputFacts, MessageCount} from '../../src/analysis/inspect.js'
import {input} from '../reports/analyses.js'

const facts = (messages: readonly MessageCount[], more: Partial<InputFacts> = {}): InputFacts => ({
  ...input(),
  providers: [],
  messages,
  dialects: [],
  named: 0,
  clock: {zone: 'utc', granularityUs: 1, firstUs: 0, lastUs: 1, undated: 0, backwards: 0},
  gaps: [],
  loss: {events: 0, buffers: 0, spans: []},
  adapters: [],
  ...more,
})

const message = (step: MessageCount['step'], name: string, withBytes = 1): MessageCount => ({
  message: name,
  step,
  records: 1,
  withTransactionId: 1,
  withBytes,
})

const roam = [message('M1', 'TASK_ROAM'), message('M3', 'TASK_ROAM'), message('IND', 'ROAM_COMPLETE')]
const judged = (input: InputFacts) => Object.fromEntries(capabilities(input).map(({what, judged}) => [what, judged]))
const why = (input: InputFacts, what: string) => capabilities(input).find(one => one.what === what)?.why

it('says what a whole recording of a roam lets rules judge', () => {
  expect(judged(facts(roam))).toEqual({
    'tasks and their order': 'yes',
    'absence of messages': 'yes',
    'roams and connects': 'yes',
    latency: 'yes',
    'key installation': 'no',
    'fast transition': 'no',
    SAE: 'no',
    payloads: 'yes',
    'Native 802.11 drivers': 'no',
    'what Windows tells': 'no',
    '802.1X (EAP)': 'no',
    'order within a millisecond': 'yes',
  })
})

it('says what the event log of Windows lets rules judge', () => {
  const log = ['8000', '11000', '8001'].map(name => message('LOG', name, 0))
  expect(judged(facts(log))).toMatchObject({
    'tasks and their order': 'no',
    'what Windows tells': 'yes',
    '802.1X (EAP)': 'no',
    'order within a millisecond': 'no',
  })
  expect(judged(facts([message('LOG', '8000', 0)]))).toMatchObject({'what Windows tells': 'partly'})
  const onex = [...log, message('LOG', '12011', 0)]
  expect(judged(facts(onex))).toMatchObject({'802.1X (EAP)': 'partly'})
  expect(judged(facts([...onex, message('LOG', 'EAPHOST-2089', 0)]))).toMatchObject({'802.1X (EAP)': 'yes'})
})

it('says what is missing', () => {
  expect(why(facts(roam.slice(0, 1)), 'tasks and their order')).toBe('no responses (M3); no indications')
  expect(why(facts(roam.slice(0, 1)), 'latency')).toBe('no indications')
  expect(why(facts([message('IND', 'ROAM_COMPLETE', 0)]), 'payloads')).toBe('TLV bytes are not exported')
  expect(why(facts(roam), 'payloads')).toBeNull()
})

it('can judge less with losses or a coarse clock', () => {
  expect(judged(facts(roam, {loss: {events: 1, buffers: 0, spans: []}}))).toMatchObject({
    'absence of messages': 'partly',
  })
  const clock = {zone: 'utc', granularityUs: 10_000, firstUs: 0, lastUs: 1, undated: 0, backwards: 0} as const
  expect(judged(facts(roam, {clock}))).toMatchObject({latency: 'partly'})
})

it('can judge nothing where there is no message', () => {
  expect(new Set(Object.values(judged(facts([]))))).toEqual(new Set(['no']))
})
