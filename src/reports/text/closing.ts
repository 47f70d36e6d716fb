import {type AdviceFacts, captureAdvice} from '../../analysis/capture-advice.js'
import {type Page, plural} from './page.js'
import {cut, cutLeft, wrap} from './width.js'

/** Problems of the input, the names used above, and the commands to go on with. */
export function* closing(page: Page): Iterable<string> {
  yield* problems(page)
  yield* advice(page, {inputs: page.analysis.inputs, granularityUs: page.analysis.capture.granularityUs})
  const names = page.mentioned()
  if (names.length > 0) {
    yield* page.heading('ADDRESSES', '')
    const list = names.map(([name, address]) => `${name} = ${page.theirs(address)}`).join(' · ')
    for (const line of wrap(page.ours(list), page.width - 2)) yield `  ${line}`
  }
  yield ''
  for (const [i, command] of nextCommands(page).entries()) {
    yield cut(`${i === 0 ? page.chalk.bold('next') : '    '}  ${page.theirs(command)}`, page.width + (i === 0 ? 9 : 0))
  }
}

const problemLines = 5

function* problems(page: Page): Iterable<string> {
  const all = page.analysis.inputs.flatMap(({path, problems}) => problems.map(problem => ({path, ...problem})))
  if (all.length === 0) return
  yield* page.heading('PROBLEMS', `${plural(all.length, 'place')} not read in full`)
  const shown = page.options.verbose ? all : all.slice(0, problemLines)
  for (const {path, line, message} of shown) {
    const where = `${cutLeft(page.theirs(path), Math.floor(page.width / 3))}:${line}`
    for (const [i, text] of wrap(`${where}  ${page.sentence(message)}`, page.width - 4).entries()) {
      yield `${i === 0 ? '  ' : '    '}${text}`
    }
  }
  if (shown.length < all.length) yield page.ours(`  … ${all.length - shown.length} more (--verbose shows all)`)
}

/** Commands are to be copied: they stay whole, whatever the width. */
export function* advice(page: Pick<Page, 'ours' | 'heading' | 'width'>, facts: AdviceFacts): Iterable<string> {
  const all = captureAdvice(facts)
  if (all.length === 0) return
  yield* page.heading('CAPTURE BETTER', '')
  for (const {why, commands} of all) {
    for (const line of wrap(page.ours(why), page.width - 2)) yield `  ${line}`
    for (const command of commands) yield `    ${command}`
  }
}

function nextCommands(page: Page): string[] {
  const {findings, rules, sessions} = page.analysis
  const paths = page.options.paths.map(quoted).join(' ') || 'PATHS'
  const commands: string[] = []
  const worst = findings.find(finding => finding.verdict === 'violation' && finding.severity === 'error') ?? findings[0]
  if (worst) commands.push(`roamscope explain ${worst.rule}`)
  if (rules.some(rule => rule.status === 'not-applicable') || sessions.length === 0)
    commands.push(`roamscope inspect ${paths}`)
  commands.push(`roamscope ${paths} --format json`)
  return commands
}

/** As a shell takes it. */
const quoted = (path: string) => (/^[\w./\\:@%+=,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)
