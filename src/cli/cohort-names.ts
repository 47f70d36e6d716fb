import {UserError} from './user-error.js'

/** Names of `--by`, each once, in the order given. */
export function cohortNames(texts: readonly string[]): readonly string[] {
  const names = texts.map(text => text.trim())
  if (names.includes('')) {
    throw new UserError(2, '--by has an empty name in it.', 'Write it as in --by driver,class.')
  }
  return [...new Set(names)]
}
