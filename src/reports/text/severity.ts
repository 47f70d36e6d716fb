import type {ChalkInstance} from 'chalk'
import type {Severity} from '../../rules/rule.js'

/** A sign for each severity: colour alone tells nothing to many readers. */
export const severitySign: Readonly<Record<Severity, string>> = {error: '✗', warning: '▲', info: '●'}

export function severityStyle(severity: Severity, chalk: ChalkInstance): (text: string) => string {
  if (severity === 'error') return chalk.red
  return severity === 'warning' ? chalk.yellow : chalk.blue
}
