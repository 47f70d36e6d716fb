import {UserError} from './user-error.js'

/**
 * `--label KEY=VALUE` as an object without a prototype, so that no key is special; the command line beats what the
 * configuration says.
 */
export function labelsOf(
  texts: readonly string[],
  configured: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const labels: Record<string, string> = Object.create(null)
  for (const text of texts) {
    const cut = text.indexOf('=')
    if (cut < 1) throw new UserError(2, `--label ${text} is not KEY=VALUE.`, 'Write it as in --label driver=24.30.1.')
    const key = text.slice(0, cut)
    const value = text.slice(cut + 1)
    if (labels[key] !== undefined && labels[key] !== value) {
      throw new UserError(2, `The label ${key} is given twice with different values.`, 'Keep one of them.')
    }
    labels[key] = value
  }
  return Object.assign(Object.create(null), configured, labels)
}
