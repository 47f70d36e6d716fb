import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {analyzeTexts} from '../golden/run.js'

const sample = readFileSync(fileURLToPath(new URL('../../samples/bug-report.netsh.txt', import.meta.url)))

describe('a trace that was cut while it was copied', () => {
  it('never gains an error: its header promises more than the file holds', async () => {
    const whole = await analyzeTexts([sample])
    const errors = new Set(whole.findings.filter(({severity}) => severity === 'error').map(({rule}) => rule))
    for (let end = 1000; end < sample.length; end += 397) {
      if (sample[end - 1] === 0x0a) continue
      const {findings} = await analyzeTexts([sample.subarray(0, end)])
      const certain = findings.filter(({verdict, severity}) => verdict === 'violation' && severity === 'error')
      expect(
        certain.filter(({rule}) => !errors.has(rule)),
        `cut at byte ${end}`,
      ).toEqual([])
    }
  })
})
