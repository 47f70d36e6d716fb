import {didYouMean} from '../user/files/suggest.js'
import {UserError} from './user-error.js'

export interface OutputTarget {
  readonly format: string
  readonly path: string
}

/** `json:report.json`, cut at the first colon, so that `json:C:\report.json` keeps its drive. */
export function outputTarget(text: string, formats: readonly string[]): OutputTarget {
  const cut = text.indexOf(':')
  const format = cut === -1 ? text : text.slice(0, cut)
  const path = cut === -1 ? '' : text.slice(cut + 1)
  if (!formats.includes(format)) {
    const known = `Formats are ${formats.join(', ')}.`
    throw new UserError(2, `--output ${text} does not start with a known format.`, didYouMean(format, formats, known))
  }
  if (path === '') {
    throw new UserError(2, `--output ${text} names no file.`, `Write it as in --output ${format}:report.${format}.`)
  }
  return {format, path}
}
