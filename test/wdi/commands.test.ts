import {beforeAll, describe, expect, it} from 'vitest'
import {ensureBuilt, roamscope} from '../commands/built.js'
import {haveVectors, vector} from './vectors.js'

beforeAll(ensureBuilt, 120_000)

describe('decode', () => {
  it('takes hex as one argument, as many, or on stdin', async () => {
    const asked = [
      roamscope(['decode', '550004000a000000', '--format', 'json']),
      roamscope(['decode', '55', '00', '04', '00', '0a', '00', '00', '00', '--format', 'json']),
      roamscope(['decode', '--format', 'json'], {stdin: '0000: 55 00 04 00 0a 00 00 00  |U.......|\n'}),
    ]
    for (const {code, stdout, stderr} of await Promise.all(asked)) {
      expect({code, stderr}).toEqual({code: 0, stderr: ''})
      expect(JSON.parse(stdout)).toMatchObject({
        message: null,
        tlvs: [{type: 0x55, fields: {roamReason: 10}}],
        problems: [],
      })
    }
  })

  it('ends with 1 on malformed bytes, and shows them', async () => {
    const {code, stdout} = await roamscope(['decode', '5500040000'])
    expect(code).toBe(1)
    expect(stdout).toContain('! truncated: WDI_TLV_ROAMING_NEEDED_PARAMETERS says 4 bytes, 1 are left')
    expect(stdout).toContain('1 problem')
  })

  it('shows what acts in a terminal as text', async () => {
    const {stdout} = await roamscope(['decode', '3b00 0500 1b5b324a07'])
    expect(stdout).toContain('\\x1b[2J\\x07')
    expect([...stdout].filter(character => character < ' ' && character !== '\n')).toEqual([])
  })

  it.skipIf(!haveVectors)('decodes bytes of the sample driver', async () => {
    const hex = Buffer.from(vector('s_TLV_Success_AssociationResult_6_FT_CCMP')).toString('hex')
    const {code, stdout} = await roamscope(['decode'], {stdin: hex})
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ *4 {4}BSSID \(0x2\), 6 bytes\n +bssid {2}00:a0:b0:c0:d0:e6$/m)
  })

  it.each([
    [['decode', 'zz'], 2, 'not a row of bytes'],
    [['decode'], 3, 'holds no bytes'],
    [['decode', '00', '--message', 'TASK_RAOM'], 2, 'Did you mean TASK_ROAM?'],
    [['decode', '00', '--as', 'tlv'], 2, 'tlvs'],
  ])('%j', async (argv, expected, told) => {
    const {code, stdout, stderr} = await roamscope(argv)
    expect({code, stdout}).toEqual({code: expected, stdout: ''})
    expect(stderr).toContain(told)
  })
})

describe('explain', () => {
  it('prints an array of matches, or words', async () => {
    const {code, stdout} = await roamscope(['explain', '0xE4400064', '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject([{kind: 'command', name: 'OID_WDI_TASK_ROAM'}])
    const words = await roamscope(['explain', 'reason', '15'])
    expect(words.stdout).toContain('four-way handshake timed out')
  })

  it('ends with 2 on what nobody knows, with a guess', async () => {
    const {code, stdout, stderr} = await roamscope(['explain', 'TASK_RAOM'])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain('Did you mean TASK_ROAM?')
  })
})
