import type {Literal} from '../events/literal.js'
import type {TraceRecord} from '../events/record.js'
import {autoconfig} from './autoconfig.js'
import type {Dialect, LateRecognition, Recognised} from './dialect.js'
import {rtlWdiSample} from './rtl-wdi-sample.js'
import {scenario} from './scenario.js'
import {vocabulary} from './vocabulary.js'
import {wificxSample} from './wificx-sample.js'
import {readRecord} from './words/read-record.js'
import {recordText} from './words/record-text.js'

/**
 * The built-in dialects in order of precedence, the exact before the general: the notation of this project, event ids
 * of Windows, the line shapes of the two published drivers, and last whatever merely names a message. Dialects of the
 * user come before all of them: who wrote one knows the producer.
 */
export const BUILT_IN: readonly Dialect[] = [scenario, autoconfig, wificxSample, rtlWdiSample, vocabulary]

/** Recognises the records of one input. */
export interface Recogniser {
  recognise(record: TraceRecord): Recognised
  /**
   * Recognitions of earlier records that later ones completed: to be asked for after every record, and with `end`
   * after the last. Each belongs to its own record's time and place.
   */
  late(end: boolean): readonly LateRecognition[]
  /** How many records each dialect recognised, by its id. */
  readonly counts: ReadonlyMap<string, number>
  /** What the recognition of later records depends on; null: more than can be told. */
  carried(): string | null
}

const NONE: readonly LateRecognition[] = []

/** A recogniser for one input: the first dialect that knows a record decides. */
export function recogniser(user: readonly Dialect[] = []): Recogniser {
  const runs = [...user, ...BUILT_IN].map(dialect => ({id: dialect.id, run: dialect.start()}))
  const counts = new Map<string, number>()
  const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  // Nearly every record is nobody's: only what a dialect took can make another of its records known.
  let stirred = false
  return {
    counts,
    carried() {
      const all = runs.map(({run}) => run.carried?.() ?? null)
      return all.includes(null) ? null : JSON.stringify(all)
    },
    recognise(record) {
      if (record.momentary) return namesMessage(record) ? 'named' : null
      for (const {id, run} of runs) {
        const recognised = run.recognise(record)
        if (recognised === null) continue
        stirred ||= run.late !== undefined
        if (recognised === 'taken') return null
        if (recognised !== 'named') count(id)
        return recognised
      }
      return null
    },
    late(end) {
      if (!stirred && !end) return NONE
      stirred = false
      return runs.flatMap(({id, run}) => {
        const recognitions = run.late?.(end) ?? NONE
        for (const {recognised} of recognitions) if (recognised !== 'named') count(id)
        return recognitions
      })
    },
  }
}

function namesMessage(record: TraceRecord): boolean {
  const text = recordText(record)
  return text !== null && readRecord(text, record) !== null
}

/** The literals of all dialects together; null: at least one dialect has to see every record. */
export function literalsOf(user: readonly Dialect[] = []): readonly Literal[] | null {
  const all = [...user, ...BUILT_IN]
  if (all.some(({literals}) => literals === null)) return null
  const found = new Map<string, Literal>()
  const add = (texts: readonly string[], kind: Partial<Literal>) => {
    for (const text of texts) {
      const literal = {text, exact: false, around: false, withId: false, ...kind}
      const key = `${literal.exact} ${text}`
      const known = found.get(key)
      if (known === undefined) found.set(key, literal)
      else found.set(key, {...known, around: known.around || literal.around, withId: known.withId && literal.withId})
    }
  }
  for (const {literals, exactLiterals = [], idLiterals = [], lossLiterals = []} of all) {
    add(literals ?? [], {})
    add(exactLiterals, {exact: true})
    for (const text of idLiterals) add([text], {withId: true, exact: text !== text.toLowerCase()})
    add(lossLiterals, {around: true})
  }
  return [...found.values()]
}
