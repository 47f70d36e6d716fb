import {blameWords, severityWords} from './doc.js'
import {plain} from './markdown.js'
import {QUESTIONS} from './questions.js'
import type {Blame, Rule} from './rule.js'

/** The front page of docs/rules: all rules by the question that they answer and by category. */
export function indexDoc(rules: readonly Rule[]): string {
  const categories = [...new Set(rules.map(({meta}) => meta.category))]
  return [
    '# Rules',
    `${rules.length} rules. Each page says what a conformant trace does, why it matters and what to do next, with traces that are reported and near misses that are not.`,
    '## By question',
    ...QUESTIONS.flatMap(({title, answer, ids}) => [`### ${title}`, answer, bullets(byId(ids, rules))]),
    ...whoseFault(rules),
    '### Is the capture good enough?',
    'These say what a capture can prove. Read them before anything that is missing is believed.',
    bullets(rules.filter(({meta}) => meta.category === 'capture-health')),
    '## By category',
    ...categories.flatMap(category => [
      `### ${category}`,
      bullets(rules.filter(({meta}) => meta.category === category)),
    ]),
    '',
  ].join('\n\n')
}

const FAULTS: readonly (readonly [Blame, string])[] = [
  ['host', 'Windows or a service above it, not the driver:'],
  ['ap', 'The access point:'],
  ['either', 'More than one side can be the cause; the finding names the one where it is known:'],
]

/** The driver's own rules are most of the catalogue, so that only the others are worth a list. */
function whoseFault(rules: readonly Rule[]): string[] {
  const own = rules.filter(({meta}) => [meta.blame].flat().includes('driver')).length
  const lists = FAULTS.flatMap(([blame, words]) => {
    const blamed = rules.filter(({meta}) => [meta.blame].flat().includes(blame))
    return blamed.length === 0 ? [] : [words, bullets(blamed)]
  })
  const intro = `Every finding carries a blame. ${own} of the rules are the driver's business; these are not, or not only:`
  return ['### Whose fault is it?', intro, ...lists]
}

function byId(ids: readonly string[], rules: readonly Rule[]): Rule[] {
  return ids.flatMap(id => rules.find(({meta}) => meta.id === id) ?? [])
}

function bullets(rules: readonly Rule[]): string {
  const line = ({meta}: Rule) =>
    `- [${meta.id}](${meta.id}.md) (${severityWords(meta)}; ${blameWords(meta)}): ${plain(meta.statement)}`
  return rules.map(line).join('\n')
}
