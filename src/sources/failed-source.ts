import {type Source, SourceError} from './source.js'

/** A source that cannot be read: it keeps its place among the inputs and gives the reason when asked for bytes. */
export function failedSource(path: string, sentence: string): Source {
  return {
    path,
    bytes() {
      throw new SourceError(sentence)
    },
  }
}
