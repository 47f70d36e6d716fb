import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {KERNEL} from '../../../src/parsers/scan/kernel.data.js'
import {createKernel} from '../../../src/parsers/scan/kernel.js'
import {canLookFor, writeLiterals} from '../../../src/parsers/scan/literal-table.js'
import * as memory from '../../../src/parsers/scan/memory.js'

describe('the kernel', () => {
  it('is what its source compiles to, and small', async () => {
    const build = new URL('../../../kernel/build.mjs', import.meta.url).href
    const {compiled} = (await import(/* @vite-ignore */ build)) as {compiled(): Promise<string>}
    expect(KERNEL.join('')).toBe(await compiled())
    expect(Buffer.from(KERNEL.join(''), 'base64').length).toBeLessThan(24_000)
  })

  it('agrees with the program on its memory', () => {
    const source = readFileSync(new URL('../../../kernel/memory.ts', import.meta.url), 'utf8')
    const places = new Map([...source.matchAll(/const ([A-Z_]+): usize = (\d+)/g)].map(([, name, at]) => [name, at]))
    expect(places.size).toBeGreaterThan(7)
    for (const [name, at] of places)
      expect([name, Number(at)]).toEqual([name, (memory as Record<string, number>)[`${name}`]])
  })
})

describe('literals', () => {
  const sought = (text: string, exact = false) => ({text, exact, around: false, withId: false})

  /** The lines of a text, each with a record's head before and behind it, that were handed on. */
  function found(literals: readonly ReturnType<typeof sought>[], lines: readonly string[]): string[] {
    const kernel = createKernel()
    writeLiterals(kernel, literals)
    const text = `x\n${lines.map(line => `[1]0000.1111::01/02/2026-10:00:00.000 [c]${line}\n`).join('')}`
    kernel.bytes.set(Buffer.from(text), memory.TEXT)
    kernel.bytes.set(Buffer.from('01/02/2026-'), memory.DATE)
    kernel.headLayout(11, 3, false)
    kernel.setNames(0)
    kernel.begin(memory.TEXT, 1, 0)
    const count = kernel.scan(memory.TEXT + text.length)
    const handed = Array.from({length: count}, (_, i) => {
      const entry = memory.OUT + i * memory.OUT_SIZE
      const from = kernel.view.getUint32(entry, true) - memory.TEXT
      return text.slice(from, kernel.view.getUint32(entry + 4, true) - memory.TEXT)
    }).join('')
    // The first record behind the start is always handed on.
    return lines.slice(1).filter(line => handed.includes(`]${line}\n`))
  }

  it('are found in any case, at every place of a line, and only whole', () => {
    const all = Array.from({length: 40}, (_, i) => `${'.'.repeat(i)}WdI_tail`)
    expect(found([sought('wdi_')], ['', ...all, 'wdi', 'wdi-', 'xdi_', 'wd i_'])).toEqual(all)
  })

  it('written in one case are found in that only', () => {
    expect(found([sought('IND ', true)], ['', 'an IND x', 'an ind x', 'IND', 'IND\tx'])).toEqual(['an IND x', 'IND\tx'])
  })

  it('of three characters are found, and at the end of a line', () => {
    expect(found([sought('abc')], ['', 'xxabc', 'abx', 'ABC'])).toEqual(['xxabc', 'ABC'])
  })

  it('too short, too many or with other letters cannot be looked for', () => {
    expect(canLookFor([sought('ab')])).toBe(false)
    expect(canLookFor([sought('caf\u00e9')])).toBe(false)
    expect(canLookFor(Array.from({length: 129}, (_, i) => sought(`abc${i}`)))).toBe(false)
    expect(canLookFor([sought('abc')])).toBe(true)
  })
})
