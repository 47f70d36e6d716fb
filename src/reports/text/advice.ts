import type {Advice} from '../../analysis/capture-advice.js'
import type {Layout} from './layout.js'
import {wrap} from './width.js'

/** What to do for a better recording. Commands are to be copied: they stay whole, whatever the width. */
export function* adviceLines(layout: Layout, all: readonly Advice[]): Iterable<string> {
  if (all.length === 0) return
  yield* layout.heading('CAPTURE BETTER', '')
  for (const {why, commands} of all) {
    for (const line of wrap(layout.ours(why), layout.width - 2)) yield `  ${line}`
    for (const command of commands) yield `    ${command}`
  }
}
