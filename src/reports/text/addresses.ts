import type {Page} from './page.js'

/** The short names of this screen and the addresses behind them. */
export function* addresses(page: Page): Iterable<string> {
  const names = page.mentioned()
  if (names.length === 0) return
  yield* page.heading('ADDRESSES', '')
  const list = names.map(([name, address]) => `${name} ${page.theirs(address)}`)
  for (const line of page.items(list, page.width - 2)) yield `  ${line}`
}
