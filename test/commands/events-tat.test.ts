import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {ensureBuilt, roamscope} from './built.js'

vi.setConfig({testTimeout: 60_000})

let folder = ''
const path = (name: string) => join(folder, name)
const tat = (filters: string) =>
  `<TextAnalysisTool.NET version="2018-01-03"><filters>${filters}</filters></TextAnalysisTool.NET>`
const line = (ms: number, text: string) => `[0]0004.0000::2025/12/31-23:59:52.${ms}000000 [Wdi]${text}\n`
const trace = [
  line(100, 'OID_WDI_TASK_SCAN request'),
  line(200, 'OID_WDI_TASK_SCAN response'),
  line(300, 'NDIS_STATUS_WDI_INDICATION_SCAN_COMPLETE'),
].join('')

beforeAll(async () => {
  await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'roamscope-'))
  writeFileSync(path('trace.txt'), trace)
  writeFileSync(path('some.tat'), tat('<filter text="task_scan"/><filter excluding="y" text="response"/>'))
  writeFileSync(path('off.tat'), tat('<filter enabled="n" text="x"/>'))
  writeFileSync(path('hostile.tat'), tat('<filter regex="y" text="(?=x)"/>'))
}, 120_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const steps = (stdout: string) =>
  stdout
    .split('\n')
    .filter(text => text !== '')
    .map(text => JSON.parse(text).step)

describe('events --tat', () => {
  it('prints what the filters show, with one file and with several', async () => {
    const some = ['--tat', path('some.tat')]
    expect(await roamscope(['events', path('trace.txt')])).toMatchObject({code: 0})
    const {stdout, code, stderr} = await roamscope(['events', path('trace.txt'), ...some])
    expect([steps(stdout), code, stderr]).toEqual([['M1'], 0, ''])
    const each = await roamscope(['events', path('trace.txt'), path('trace.txt'), '--each', '--jobs', '2', ...some])
    expect(steps(each.stdout)).toEqual(['M1', 'M1'])
  })

  it('prints everything where no filter is enabled, and says so', async () => {
    const {stdout, code, stderr} = await roamscope(['events', path('trace.txt'), '--tat', path('off.tat')])
    expect([steps(stdout), code]).toEqual([['M1', 'M3', 'IND'], 0])
    expect(stderr).toContain('No filter in')
  })

  it.each([
    ['hostile.tat', /hostile\.tat:1:\d+: the regular expression of filter 1 cannot be used: /],
    ['trace.txt', /trace\.txt:\d+:\d+: this is no valid XML: /],
    ['missing.tat', /missing\.tat cannot be read: /],
  ])('ends with 2 and one sentence on %s', async (name, message) => {
    const {stdout, code, stderr} = await roamscope(['events', path('trace.txt'), '--tat', path(name)])
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toMatch(message)
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
  })

  it('names the file where it is given as an input', async () => {
    const {stdout, code} = await roamscope(['inspect', path('some.tat'), '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).inputs[0]).toMatchObject({format: 'tat', records: 0})
    expect(JSON.parse(stdout).inputs[0].problems[0].message).toContain('--tat FILE')
    expect((await roamscope([path('some.tat')])).code).toBe(3)
  })
})
