import {captureAdvice} from '../../analysis/capture-advice.js'
import {addresses} from './addresses.js'
import {adviceLines} from './advice.js'
import {hasDriver} from './coverage.js'
import {files} from './files.js'
import {gravestRule} from './finding-groups.js'
import {plural} from './layout.js'
import type {Page} from './page.js'
import {shellWord} from './shell-word.js'
import {cutLeft, wrap} from './width.js'

/** The files, problems of the input, the names used above, and the commands to go on with. */
export function* closing(page: Page): Iterable<string> {
  yield* files(page)
  yield* problems(page)
  const {inputs, capture} = page.analysis
  yield* adviceLines(page, captureAdvice({inputs, granularityUs: capture.granularityUs, driver: hasDriver(page)}))
  yield* addresses(page)
  yield ''
  // To be copied: whole, whatever the width.
  for (const [i, command] of nextCommands(page).entries()) {
    yield `${i === 0 ? page.chalk.bold('next') : '    '}  ${page.theirs(command)}`
  }
}

const problemLines = 5

function* problems(page: Page): Iterable<string> {
  const all = page.analysis.inputs.flatMap(({path, problems}) => problems.map(problem => ({path, ...problem})))
  if (all.length === 0) return
  yield* page.heading('PROBLEMS', `${plural(all.length, 'place')} not read in full`)
  const shown = page.options.verbose ? all : all.slice(0, problemLines)
  for (const {path, line, message} of shown) {
    const file = cutLeft(page.theirs(path), Math.floor(page.width / 3))
    // Line 0 stands for the file as a whole.
    const where = line === 0 ? file : `${file}:${line}`
    for (const [i, text] of wrap(`${where}  ${page.sentence(message)}`, page.width - 4).entries()) {
      yield `${i === 0 ? '  ' : '    '}${text}`
    }
  }
  if (shown.length < all.length) yield page.ours(`  … ${all.length - shown.length} more (--verbose shows all)`)
}

function nextCommands(page: Page): string[] {
  const {rules, sessions} = page.analysis
  const paths = page.options.paths.map(shellWord).join(' ') || 'PATHS'
  const commands: string[] = []
  const gravest = gravestRule(page)
  // A rule of the user's own has said all it has to say.
  if (gravest !== null && page.options.rules.get(gravest)?.category !== 'user')
    commands.push(`roamscope explain ${gravest}`)
  if (rules.some(rule => rule.status === 'not-applicable') || sessions.length === 0)
    commands.push(`roamscope inspect ${paths}`)
  commands.push(`roamscope ${paths} --format json`)
  return commands
}
