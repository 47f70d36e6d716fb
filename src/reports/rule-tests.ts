import type {RuleTestResult} from '../user/rules/run-rule-tests.js'
import {printable} from './printable.js'
import type {Screen} from './screen.js'
import {plural} from './text/layout.js'
import {lastTouch} from './text/typography.js'

/** Tests of user rules, a line each; of a failed one also what it found. */
export function* ruleTestList(results: readonly RuleTestResult[], {chalk, unicode}: Screen): Iterable<string> {
  const line = (text: string) => `${lastTouch(text, unicode)}\n`
  for (const {rule, title, passed, expected, found, file, line: at} of results) {
    const sign = passed ? chalk.green('✓') : chalk.red('✗')
    const place = passed ? '' : chalk.dim(`  ${printable(file, unicode)}:${at}`)
    yield line(`${sign} ${rule}  ${printable(title, unicode)}${place}`)
    if (passed) continue
    yield line(`    expected: ${expected.join(', ') || 'no finding'}`)
    yield line(`    found:    ${found.join(', ') || 'no finding'}`)
  }
  const failed = results.filter(({passed}) => !passed).length
  const rest = failed === 0 ? '' : `, ${failed} failed`
  yield line(`${plural(results.length, 'test')}: ${results.length - failed} passed${rest}`)
}
