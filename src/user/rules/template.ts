import type {Reader} from '../../wdi/reader.js'
import {closest} from '../files/suggest.js'
import type {Value} from './fields.js'
import type {Pattern} from './pattern.js'
import type {Told} from './shape.js'

/** Fields of traces can be long; a sentence cannot. */
const LONGEST = 100

type Part = (told: Told, reader: Reader) => string

/**
 * A message with `{took}` and `{PATTERN.FIELD}` in it, `{after.bssid}`. Refuses places for values that the rule
 * does not have. A record that did not come has no fields: "none".
 */
export function compileTemplate(
  text: string | undefined,
  patterns: ReadonlyMap<string, Pattern>,
  timed: boolean,
  refuse: (sentence: string, part: string) => Error,
): (told: Told, reader: Reader) => string {
  if (text === undefined) return ({otherwise}) => `${otherwise}.`
  const parts = text.split(/(\{[^{}]*\})/).map((piece): Part => {
    const [, name] = /^\{(.*)\}$/.exec(piece) ?? []
    if (name === undefined) return () => piece
    if (name === 'took' && timed) return ({took}) => took ?? ''
    const [role = '', field = ''] = name.split('.')
    const ofField = patterns.get(role)?.field(field)
    if (ofField !== undefined) {
      return ({events}, reader) => (events[role] === undefined ? 'none' : words(ofField(events[role], reader)))
    }
    const all = [...patterns].flatMap(([key, pattern]) => pattern.fieldNames.map(other => `${key}.${other}`))
    const guess = closest(name, timed ? ['took', ...all] : all)
    const hint =
      guess === null ? `it may hold ${[...(timed ? ['took'] : []), ...all].join(', ')}` : `did you mean {${guess}}?`
    throw refuse(`{${name}} is nothing that this rule knows; ${hint}`, piece)
  })
  return (told, reader) => ended(parts.map(part => part(told, reader)).join(''))
}

function words(value: Value): string {
  if (value === undefined) return 'unknown'
  const text = [...new Set([value ?? []].flat())].join(', ')
  return text === '' ? 'none' : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)
