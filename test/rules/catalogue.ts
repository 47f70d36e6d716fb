import {existsSync, readFileSync} from 'node:fs'
import {shared} from '../golden/golden.js'

/** A row of the index B.2 of the catalogue, and the lines of its block in B.3 that a rule repeats. */
export interface CatalogueEntry {
  readonly id: string
  readonly category: string
  readonly tier: number
  readonly severity: string
  readonly blame: string
  readonly basis: string
  readonly class: string
  readonly number: string
  readonly source: string
}

const path = `${shared}spec/rules.md`

const ROW = /^\| `([a-z0-9-]+)` \| ([12]) \| ([^|]+) \| ([^|]+) \| ([VOADSM]) \| ([A-Z]+) \| ([^|]*)\|$/gm

/** The catalogue in its order; empty where the specification is not beside the project. */
export function catalogue(): CatalogueEntry[] {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const blocks = new Map<string, string>()
  for (const block of text
    .slice(text.indexOf('### B.3'))
    .split(/^\*\*`/m)
    .slice(1)) {
    blocks.set(block.slice(0, block.indexOf('`')), block)
  }
  return [...text.matchAll(ROW)].map(
    ([, id = '', tier, severity = '', blame = '', basis = '', cls = '', number = '']) => {
      const block = blocks.get(id) ?? ''
      return {
        id,
        category: (/^[^·]*· ([^·]+) ·/.exec(block)?.[1] ?? '').replace('/', '-'),
        tier: Number(tier),
        severity: severity.trim(),
        blame: blame.trim(),
        basis,
        class: cls,
        number: number.trim(),
        source: /^- \*Source\*: (.*)$/m.exec(block)?.[1] ?? '',
      }
    },
  )
}
