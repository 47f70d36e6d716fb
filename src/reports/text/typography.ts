import {printable} from '../printable.js'

/** Our own signs, each as wide as what stands for them where only ASCII can be shown. */
const substitutes: ReadonlyMap<string, string> = new Map([
  ['✗', 'x'],
  ['▲', '!'],
  ['●', '*'],
  ['○', 'o'],
  ['✓', '+'],
  ['→', '>'],
  ['·', '|'],
  ['…', '..'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['×', 'x'],
  ['µ', 'u'],
  ['≥', '>='],
  ['≤', '<='],
  ['±', '+-'],
  ['“', '"'],
  ['”', '"'],
  ['’', "'"],
])

const signs = new RegExp(`[${[...substitutes.keys()].join('')}]`, 'g')

/** Text of ours, signs included. */
export const ours = (text: string, unicode: boolean) =>
  unicode ? text : text.replace(signs, sign => substitutes.get(sign) ?? sign)

/** A whole line when it is done: only marks of cut text are left to replace. */
export const lastTouch = (line: string, unicode: boolean) => (unicode ? line : ours(line.replaceAll('…', '~'), false))

/** Sentences of rules: our typography around text that may come from a trace. */
export const sentence = (text: string, unicode: boolean) => printable(ours(text, unicode), unicode)
