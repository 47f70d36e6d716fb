import {durationUs} from '../files/duration-text.js'
import type {Path, UserFile} from '../files/user-file.js'
import {deadline} from './deadline.js'
import {never, neverBetween} from './never.js'
import {onlyAfter} from './only-after.js'
import {compilePattern, type Pattern} from './pattern.js'
import type {PatternSpec, RuleSpec} from './rule-schema.js'
import type {Shape} from './shape.js'

type Key = keyof RuleSpec

/** The keys of each form: those it needs, and those it may have besides. */
const FORMS: readonly {readonly first: Key; readonly needs: readonly Key[]; readonly may: readonly Key[]}[] = [
  {first: 'after', needs: ['expect', 'within'], may: ['unless', 'same']},
  {first: 'never', needs: [], may: ['between', 'same']},
  {first: 'only', needs: ['ifBefore'], may: ['within', 'same']},
]
const FORM_KEYS: readonly Key[] = FORMS.flatMap(({first, needs, may}) => [first, ...needs, ...may])

/** The form of a rule; refuses combinations that would mean nothing, or something else than they say. */
export function compileShape(spec: RuleSpec, file: UserFile<unknown>, path: Path): Shape {
  checkForm(spec, file, path)
  const pattern = (part: PatternSpec | undefined, ...at: Path) =>
    compilePattern(part as PatternSpec, file, [...path, ...at])
  const withinUs = spec.within === undefined ? null : durationUs(spec.within)
  if (withinUs === 0) throw file.error([...path, 'within'], 'within has to be more than nothing')
  const shape = (): Shape => {
    if (spec.after) {
      const unless = (spec.unless ?? []).map((one, index) => pattern(one, 'unless', index))
      return deadline(pattern(spec.after, 'after'), pattern(spec.expect, 'expect'), withinUs ?? 0, unless)
    }
    if (spec.only) return onlyAfter(pattern(spec.only, 'only'), pattern(spec.ifBefore, 'ifBefore'), withinUs)
    const what = pattern(spec.never, 'never')
    if (!spec.between) return never(what)
    return neverBetween(what, pattern(spec.between.from, 'between', 'from'), pattern(spec.between.to, 'between', 'to'))
  }
  const made = shape()
  checkPlaces(spec, made, file, path)
  for (const name of spec.same ?? []) {
    const lacking = [...made.patterns.values()].find(one => one.field(name) === undefined)
    if (lacking) throw file.error([...path, 'same'], `${lacking.label} has no field ${name}`, name)
  }
  return made
}

function checkForm(spec: RuleSpec, file: UserFile<unknown>, path: Path): void {
  const forms = FORMS.filter(({first}) => spec[first] !== undefined)
  const [form, other] = forms
  if (form === undefined) throw file.error(path, 'a rule has one of the keys after, never, only')
  if (other !== undefined)
    throw file.keyError([...path, other.first], `a rule has ${form.first} or ${other.first}, not both`)
  for (const key of form.needs) {
    if (spec[key] === undefined) throw file.error(path, `a rule with ${form.first} needs ${key}`)
  }
  const own = [form.first, ...form.needs, ...form.may]
  for (const key of FORM_KEYS) {
    if (spec[key] !== undefined && !own.includes(key))
      throw file.keyError([...path, key], `${key} means nothing beside ${form.first}`)
  }
  if (form.first === 'never' && spec.same && !spec.between)
    throw file.keyError([...path, 'same'], 'same means nothing without between')
  if (spec.scope === 'session' && !spec.kinds) throw file.error(path, 'a rule on sessions needs kinds')
  if (spec.scope !== 'session' && spec.kinds)
    throw file.keyError([...path, 'kinds'], 'kinds are for rules with scope: session')
  if (spec.only && spec.within === undefined && spec.scope !== 'session') {
    throw file.error(
      path,
      'a rule with only needs within or scope: session, for nobody knows what was before the capture',
    )
  }
}

/** Records that are never in one place, or whose absence proves nothing, would make every verdict wrong. */
function checkPlaces({scope = 'port'}: RuleSpec, {patterns}: Shape, file: UserFile<unknown>, path: Path): void {
  const at = (key: string): Path => {
    const [, index] = /^unless (\d+)$/.exec(key) ?? []
    if (index !== undefined) return [...path, 'unless', Number(index) - 1]
    return [...path, ...(key === 'from' || key === 'to' ? ['between'] : []), key]
  }
  for (const key of ['expect', 'ifBefore', 'to']) {
    const {step, label} = patterns.get(key) ?? ({} as Partial<Pattern>)
    if (step === 'LOG') throw file.error(at(key), `${label} proves nothing by its absence: a capture need not hold it`)
  }
  if (scope === 'adapter') return
  const objects = new Map([...patterns].map(([key, {message}]) => [key, message.object ?? '']))
  const onPorts = scope === 'session' || [...objects.values()].includes('port')
  for (const [key, {label, step}] of patterns) {
    const elsewhere = step === 'LOG' || (onPorts && objects.get(key) === 'adapter')
    if (elsewhere) throw file.error(at(key), `${label} belongs to no port: such a rule needs scope: adapter`)
  }
}
