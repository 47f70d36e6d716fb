import type {Step} from '../events/event.js'
import type {Capability, InputFacts} from './inspect.js'

/** What an input lets rules judge, and what it lacks for the rest: follows from the messages that are in it. */
export function capabilities(facts: InputFacts): readonly Capability[] {
  const seen = (step: Step, name: string) => facts.messages.some(m => m.step === step && m.message.includes(name))
  const any = (step: Step) => facts.messages.some(message => message.step === step)
  const bytes = facts.messages.some(message => message.withBytes > 0)
  const need = (what: string, ...lacks: (string | false)[]): Capability => {
    const missing = lacks.filter(lack => lack !== false)
    if (missing.length === 0) return {what, judged: 'yes', why: null}
    return {what, judged: missing.length === lacks.length ? 'no' : 'partly', why: missing.join('; ')}
  }
  const commands = !any('M1') && 'no commands (M1)'
  const responses = !any('M3') && 'no responses (M3)'
  const indications = !any('IND') && 'no indications'
  const noBytes = !bytes && 'TLV bytes are not exported'
  const coarse = (facts.clock.granularityUs ?? 1) >= 10_000 && 'the clock is too coarse for limits of 50 ms'
  const lossy = facts.loss.events + facts.loss.buffers + facts.loss.spans.length > 0 && 'events were lost'
  return [
    need('tasks and their order', commands, responses, indications),
    need('absence of messages', lossy, indications),
    need(
      'roams and connects',
      !seen('M1', 'TASK_ROAM') && !seen('M1', 'TASK_CONNECT') && 'no roam or connect task',
      indications,
    ),
    need('latency', coarse, commands, indications),
    need('key installation', !seen('M1', 'SET_ADD_CIPHER_KEYS') && 'no SET_ADD_CIPHER_KEYS', responses),
    need('fast transition', !seen('IND', 'FT_ASSOC_PARAMS_NEEDED') && 'no FT_ASSOC_PARAMS_NEEDED', commands),
    need('SAE', !seen('IND', 'SAE_AUTH_PARAMS_NEEDED') && 'no SAE_AUTH_PARAMS_NEEDED', commands),
    need('payloads', noBytes, indications),
    need('Native 802.11 drivers', !seen('IND', 'DOT11_') && 'no NDIS_STATUS_DOT11 indication'),
  ]
}
