import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Config} from '@oclif/core'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import Generate from '../../src/commands/generate.js'

const config = await Config.load(new URL('../../package.json', import.meta.url).href)
let folder = ''
const path = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roamscope-generate-'))
  writeFileSync(path('a.scenario'), '\uFEFFcapture lost-buffers=2 to=5\r\n0 IND ROAMING_NEEDED 1 - reason=15\r\n')
  writeFileSync(path('wrong.scenario'), 'capture model=wdi\n0 M1 TASK_RAOM 1 1\n')
  writeFileSync(path('latin.scenario'), Buffer.from('label note=\xe4\n', 'latin1'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function generate(...argv: string[]): Promise<{code: unknown; notes: string}> {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    const code = await Generate.run(argv, config)
    return {code, notes: stderr.mock.calls.map(([text]) => String(text)).join('')}
  } finally {
    stderr.mockRestore()
  }
}

describe('generate', () => {
  it('writes a file, and says what the format cannot carry', async () => {
    const {code, notes} = await generate(path('a.scenario'), '--as', 'tracefmt', '--out', path('a.txt'))
    expect(code).toBe(0)
    expect(notes).toBe('tracefmt listing has no place for the number of lost buffers (2).\n')
    expect(readFileSync(path('a.txt'), 'utf8').split('\n')).toEqual([
      'EventTrace',
      '[0]0004.0000::12/31/2025-23:59:50.0000000 [EventTrace]begin of the trace',
      '[0]0004.0000::12/31/2025-23:59:50.0000000 [roamscope]capture model=wificx',
      '[0]0004.0000::01/01/2026-00:00:00.0000000 [roamscope]NDIS_STATUS_WDI_INDICATION_ROAMING_NEEDED PortId=1 TransactionId=0 Data=55 00 04 00 0f 00 00 00',
      '[0]0004.0000::01/01/2026-00:00:00.0050000 [EventTrace]end of the trace',
      '',
    ])
    expect(readdirSync(folder).filter(name => name.includes('.part'))).toEqual([])
  })

  it('is quiet about it where it is asked to be', async () => {
    expect((await generate(path('a.scenario'), '--as', 'tracefmt', '--out', path('b.txt'), '--quiet')).notes).toBe('')
  })

  it.each([
    [['wrong.scenario', '--as', 'netsh'], 2, 'wrong.scenario, line 2: unknown event "TASK_RAOM"'],
    [['latin.scenario', '--as', 'netsh'], 2, 'latin.scenario is not UTF-8 text'],
    [['a.scenario'], 2, 'generate needs an export format'],
    [['a.scenario', '--as', 'netsh', '--out', 'no/such/folder/x.txt'], 2, 'cannot be written'],
  ] as [string[], number, string][])('%j is wrong', async ([name = '', ...rest], code, message) => {
    const flags = rest.map(word => (word.includes('/') ? path(word) : word))
    await expect(generate(path(name), ...flags)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    })
  })

  it('leaves nothing behind when the scenario is wrong', async () => {
    await expect(generate(path('wrong.scenario'), '--as', 'netsh', '--out', path('c.txt'))).rejects.toThrow()
    expect(readdirSync(folder)).not.toContain('c.txt')
  })

  it('needs a scenario, and one that is there', async () => {
    await expect(generate('--as', 'netsh')).rejects.toThrow('generate needs a scenario file')
    await expect(generate(path('none.scenario'), '--as', 'netsh')).rejects.toThrow('none.scenario')
    await expect(generate(path('a.scenario'), '--as', 'word')).rejects.toThrow('tracefmt')
  })
})
