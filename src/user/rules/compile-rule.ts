import type {TraceEvent} from '../../events/event.js'
import type {Judgement, Rule, RuleMeta} from '../../rules/rule.js'
import type {Trace} from '../../rules/trace.js'
import {notApplicable} from '../../rules/verdict.js'
import type {Path, UserFile} from '../files/user-file.js'
import {compileShape} from './compile-shape.js'
import {Look} from './look.js'
import {adapterPlace, type Place, portPlace, sessionPlace} from './place.js'
import type {RuleSpec} from './rule-schema.js'
import type {Shape, Told} from './shape.js'
import {compileTemplate} from './template.js'

/** A rule for the engine from the rule at a path of a file; throws a UserFileError for what it cannot express. */
export function compileRule(spec: RuleSpec, file: UserFile<unknown>, path: Path): Rule {
  const shape = compileShape(spec, file, path)
  const timed = shape.patterns.has('expect') || shape.patterns.has('from')
  const refuse = (sentence: string, part: string) => file.error([...path, 'message'], sentence, part)
  const template = compileTemplate(spec.message, shape.patterns, timed, refuse)
  const meta = metaOf(spec, shape, file.file)
  const same = spec.same ?? []

  const judge = (event: TraceEvent, place: Place, trace: Trace): Judgement[] => {
    const truth = shape.main.matches(event, trace.reader)
    if (truth === false) return []
    if (truth === null) return [notApplicable(`what ${shape.main.label} has to show is not exported`)]
    const look = new Look(trace, place, {pattern: shape.main, event}, same)
    return [shape.judge(look, (told: Told) => template(told, trace.reader)) ?? []].flat()
  }
  const found = (judged: Judgement[], place: Place, trace: Trace): Judgement[] | undefined => {
    if (judged.length > 0) return judged
    if (shape.none === undefined) return undefined
    const exported = trace.families.has(place.adapter, shape.main.family)
    return [exported ? shape.none : notApplicable(`${shape.main.label} is not exported`)]
  }
  const events = (trace: Trace) => trace.index.events([shape.main.message.name])

  if (spec.scope === 'session') {
    return {
      meta,
      subject: 'session',
      kinds: spec.kinds ?? [],
      check(session, trace) {
        const place = sessionPlace(session, trace)
        const own = events(trace).filter(event => place.holds(event) === true)
        return found(
          own.flatMap(event => judge(event, place, trace)),
          place,
          trace,
        )
      },
    }
  }
  return {
    meta,
    subject: 'adapter',
    check(adapter, trace) {
      const whole = adapterPlace(adapter, trace)
      const own = events(trace).filter(event => whole.holds(event) === true)
      const placeOf = ({port}: TraceEvent) => (spec.scope === 'adapter' ? whole : portPlace(adapter, port, trace))
      return found(
        own.flatMap(event => judge(event, placeOf(event), trace)),
        whole,
        trace,
      )
    },
  }
}

function metaOf(spec: RuleSpec, {basis, patterns}: Shape, file: string): RuleMeta {
  const {id, title, severity = 'warning', blame = 'either', docs, within} = spec
  const examples = (spec.tests ?? []).map(({title: name, scenario}, i) => ({title: name ?? `test ${i + 1}`, scenario}))
  const reported = (index: number) => (spec.tests?.[index]?.expect.length ?? 0) > 0
  return {
    id,
    category: 'user',
    tier: 1,
    severity,
    blame,
    basis,
    class: 'HEUR',
    statement: /[.!?]$/.test(title) ? title : `${title}.`,
    why: spec.why ?? 'Somebody on your team wrote this rule.',
    harmless: 'Ask whoever wrote the rule.',
    next: spec.next ?? (docs === undefined ? `See ${file}.` : `See ${docs}.`),
    limits: basis === 'V' ? [] : ['L-LOSS', 'L-EDGE'],
    numbers: within ?? null,
    source: docs === undefined ? file : `${docs} (${file})`,
    needs: [...patterns.values()].map(({label}) => label),
    examples: {
      bad: examples.filter((_, index) => reported(index)),
      good: examples.filter((_, index) => !reported(index)),
    },
  }
}
