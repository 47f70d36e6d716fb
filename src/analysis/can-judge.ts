import {EVENT_NAMES} from '../autoconfig/told-events.js'
import type {Step} from '../events/event.js'
import type {Capability, InputFacts} from './inspect.js'

/** What an input lets rules judge, and what it lacks for the rest: follows from the messages that are in it. */
export function capabilities(facts: InputFacts): readonly Capability[] {
  const seen = (step: Step, name: string) => facts.messages.some(m => m.step === step && m.message.includes(name))
  const any = (step: Step) => facts.messages.some(message => message.step === step)
  const bytes = facts.messages.some(message => message.withBytes > 0)
  const commands = !any('M1') && 'no commands (M1)'
  const responses = !any('M3') && 'no responses (M3)'
  const indications = !any('IND') && 'no indications'
  const silent = !(any('M1') || any('M3') || any('IND')) && 'no messages of the driver'
  const logged = (...ids: readonly string[]) =>
    ids.some(id => facts.messages.some(m => m.step === 'LOG' && m.message === id))
  const ends = !logged('8001', '8002', '11005', '20007') && 'no event that ends a connect or roam'
  const onex = !logged('12011', '12012', '12013') && 'no 802.1X event of WLAN AutoConfig'
  const hosts = !facts.messages.some(m => /^(?:ONEX|EAPHOST)-/.test(m.message)) && 'no events of OneX or EapHost'
  const steps = (facts.clock.granularityUs ?? 1) >= 1000 && 'the clock steps by a millisecond or more'
  const coarse = (facts.clock.granularityUs ?? 1) >= 10_000 && 'the clock is too coarse for limits of 50 ms'
  const lossy = facts.loss.events + facts.loss.buffers + facts.loss.spans.length > 0 && 'events were lost'
  const links = !seen('M1', 'TASK_ROAM') && !seen('M1', 'TASK_CONNECT') && 'no roam or connect task'
  const keys = !seen('M1', 'SET_ADD_CIPHER_KEYS') && 'no SET_ADD_CIPHER_KEYS'
  const ft = !seen('IND', 'FT_ASSOC_PARAMS_NEEDED') && 'no FT_ASSOC_PARAMS_NEEDED'
  const sae = !seen('IND', 'SAE_AUTH_PARAMS_NEEDED') && 'no SAE_AUTH_PARAMS_NEEDED'
  const legacy = !seen('IND', 'DOT11_') && 'no NDIS_STATUS_DOT11 indication'
  return [
    judge('tasks and their order', [silent], [commands, responses, indications]),
    judge('absence of messages', [silent], [lossy]),
    judge('roams and connects', [links], [indications]),
    judge('latency', [commands, indications], [coarse]),
    judge('key installation', [keys], [responses]),
    judge('fast transition', [ft], [commands]),
    judge('SAE', [sae], [commands]),
    judge('payloads', [!bytes && 'TLV bytes are not exported'], []),
    judge('Native 802.11 drivers', [legacy], []),
    judge('what Windows tells', [!logged(...EVENT_NAMES) && 'no event of WLAN AutoConfig'], [ends]),
    judge('802.1X (EAP)', [onex], [hosts]),
    judge('order within a millisecond', [silent, steps], []),
  ]
}

type Lack = string | false

/** `needed`: without one of them nothing can be said; `wanted`: without one of them less. */
function judge(what: string, needed: readonly Lack[], wanted: readonly Lack[]): Capability {
  const without = (lacks: readonly Lack[]) => lacks.filter(lack => lack !== false).join('; ')
  if (without(needed) !== '') return {what, judged: 'no', why: without(needed)}
  if (without(wanted) !== '') return {what, judged: 'partly', why: without(wanted)}
  return {what, judged: 'yes', why: null}
}
