import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {EXPORTERS} from '../../src/exports/index.js'
import {readScenarioTrace} from '../../src/parsers/scenario/scenario-trace.js'
import {analyzeTexts} from '../golden/run.js'
import {withNoise} from './noise.js'
import {SAMPLES, WINDOWS_SAMPLE} from './samples.js'
import {windowsLog} from './windows-log.js'

const folder = fileURLToPath(new URL('../../samples/', import.meta.url))
const LINKS = new Set(['roam', 'connect', 'legacy-roam', 'legacy-connect'])

describe('samples', () => {
  it.each(SAMPLES)(
    '$file is what its scenario makes (npm run docs writes it)',
    async ({file, scenario, format, noise}) => {
      const exporter = EXPORTERS.find(({id}) => id === format)
      const source = readFileSync(`${folder}scenarios/${scenario}.scenario`, 'utf8')
      const text = [...(exporter?.render(readScenarioTrace(source)) ?? [])].join('')
      await expect(noise ? withNoise(text) : text).toMatchFileSnapshot(`${folder}${file}`)
    },
  )

  it(`${WINDOWS_SAMPLE.file} is what its builder makes (npm run docs writes it)`, async () => {
    await expect(windowsLog()).toMatchFileSnapshot(`${folder}${WINDOWS_SAMPLE.file}`)
  })

  it.each([...SAMPLES, WINDOWS_SAMPLE])('$file shows what its paragraph says', async sample => {
    const {file, format, outcomes, rules} = sample
    const analysis = await analyzeTexts([readFileSync(folder + file)])
    expect(analysis.inputs).toMatchObject([{format, problems: [], undecoded: 0}])
    expect(analysis.sessions.filter(({kind}) => LINKS.has(kind)).map(({outcome}) => outcome)).toEqual(outcomes)
    const violated = new Set(analysis.findings.filter(({verdict}) => verdict === 'violation').map(({rule}) => rule))
    for (const rule of rules) expect(violated).toContain(rule)
    expect(analysis.rules.filter(({status}) => status === 'crashed')).toEqual([])
  })

  it('lists every file, and has no others', () => {
    const page = readFileSync(`${folder}README.md`, 'utf8')
    const files = [...readdirSync(folder), ...readdirSync(`${folder}scenarios`).map(name => `scenarios/${name}`)]
    const traces = files.filter(name => name !== 'README.md' && name !== 'scenarios')
    for (const name of traces) expect(page).toContain(name)
    for (const {file} of [...SAMPLES, WINDOWS_SAMPLE]) expect(existsSync(folder + file)).toBe(true)
  })
})
