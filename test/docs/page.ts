import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** Folder of the project, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))
export const page = (path: string) => readFileSync(root + path, 'utf8')

/** Contents of the fenced blocks of a language. */
export const fences = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, lang]) => lang === language)
    .map(([, , body]) => body ?? '')

/** The part under a heading, up to the next heading of the same or a higher level. */
export function section(text: string, heading: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex(line => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)
  if (start < 0) throw new Error(`no heading "${heading}"`)
  const level = /^#+/.exec(lines[start] as string)?.[0].length ?? 0
  const length = lines.slice(start + 1).findIndex(line => (/^#+(?= )/.exec(line)?.[0].length ?? 99) <= level)
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n')
}

/** A page without its fenced blocks. */
export const prose = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '')

/** Words of code in a text: `request{…}`, `loss=` and `no rsn-caps` count as request, loss and rsn-caps. */
export const codeWords = (text: string): Set<string> =>
  new Set(
    [...prose(text).matchAll(/`([^`]+)`/g)].flatMap(
      ([, code = '']) => code.match(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu) ?? [],
    ),
  )

/** Those of the names that no piece of code in the text mentions. */
export const missing = (text: string, names: Iterable<string>): string[] => {
  const words = codeWords(text)
  return [...new Set(names)].filter(name => !words.has(name))
}
