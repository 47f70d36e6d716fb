import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ifr} from '../../../src/parsers/debugger/ifr.js'
import {everyCut} from '../every-cut.js'
import {corpusFile, hasCorpus, read, timeOf} from '../read.js'

const merged = `3: kd> !rcdrlogdump wifi.sys
Trace searchpath is: 

Trace format prefix is: %7!u!: %!FUNC! - 
Log dump command                       Log ID                   Size
================                       ======                   ====
!rcdrlogdump  wifi -a fffffa8005ff2b60  03 SLT02 DCI04           1024
!rcdrlogdump  wifi -a fffffa8005085330  03 RUNDOWN               512
Trying to extract TMF information from - C:\\sym\\wifi.pdb\\D4C8\\wifi.pdb
--- start of log ---
03 RUNDOWN     6: Controller_Start - PCI: 1.2 - up
03 SLT02 DCI04 7: Port::Roam - WARN: to 02:00:00:00:0a:01
  second line
03 SLT02 DCI04 8: \`anonymous namespace'::<lambda_1>::operator() - x
---- end of log ----
`
const timed = `0: kd> !wdflogdump Wifi -f
Trace format prefix is: %7!u!: %4!s! %!FUNC! - 
There are 2 log entries
--- start of log ---
16131: 09/03/2023-23:43:07.3233594 NxDevice::Start - a
16132: 09/03/2023-23:43:07.3233595 NxDevice::Stop - b
---- end of log ----
`

describe("a driver's log in the debugger", () => {
  it('has entries of several logs, without times', () => {
    const {records, input, problems, formats} = read(merged)
    expect(input).toMatchObject({format: 'ifr', records: 3, undecoded: 0})
    expect(formats).toEqual(['ifr', 'ifr', 'ifr'])
    expect(problems).toEqual([])
    expect(records.map(({message, fields}) => [message, {...fields}])).toEqual([
      ['PCI: 1.2 - up', {log: '03 RUNDOWN', sequence: '6', func: 'Controller_Start'}],
      [
        'WARN: to 02:00:00:00:0a:01\n  second line',
        {log: '03 SLT02 DCI04', sequence: '7', func: 'Port::Roam', level: 'WARN'},
      ],
      ['x', {log: '03 SLT02 DCI04', sequence: '8', func: "`anonymous namespace'::<lambda_1>::operator()"}],
    ])
    expect(records[0]).toEqual({
      line: 11,
      offset: merged.indexOf('03 RUNDOWN     6'),
      text: '03 RUNDOWN     6: Controller_Start - PCI: 1.2 - up',
      atUs: null,
      ns: 0,
      cpu: null,
      pid: null,
      tid: null,
      provider: 'wifi',
      providerGuid: null,
      eventId: null,
      activityId: null,
      message: 'PCI: 1.2 - up',
      fields: records[0]?.fields,
      undecoded: null,
    })
  })

  it('has times where the prefix has them, in local time', () => {
    const {records, notes, problems} = read(timed)
    expect(records.map(record => [timeOf(record), record.ns])).toEqual([
      ['2023-09-03T23:43:07.323359', 400],
      ['2023-09-03T23:43:07.323359', 500],
    ])
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1})
    expect(problems).toEqual([])
    expect(timeOf(read(timed, {tzMinutes: 120}).records[0])).toBe('2023-09-03T21:43:07.323359')
  })

  it('reads by the prefix that the banner names', () => {
    const own = merged
      .replace('%7!u!: %!FUNC! - ', '%8!04X!.%3!04X!: %7!u!: ')
      .replace('03 RUNDOWN     6: Controller_Start - PCI', '03 RUNDOWN 0af4.0c64: 6: PCI')
    expect(read(own).records[0]).toMatchObject({pid: 0xaf4, tid: 0xc64, message: 'PCI: 1.2 - up'})
    const broken = read(merged.replace('%7!u!: %!FUNC! - ', '%7!u!: %!NONSENSE! - '))
    expect(broken.records).toHaveLength(3)
    expect(broken.problems).toEqual([
      {line: 4, offset: merged.indexOf('Trace format'), message: expect.stringContaining('cannot be read')},
    ])
  })

  it('counts what is missing', () => {
    const text = timed.replace('are 2', 'are 65').replace('16132: 0', '16140: 0')
    expect(read(text).problems.map(({line, message}) => [line, message])).toEqual([
      [4, 'Entries of the log are missing: 2 of 65 entries are here.'],
      [6, expect.stringContaining('From here on 8 sequence numbers are missing')],
    ])
    const {problems, notes} = read(timed.replace('---- end of log ----\n', '16133: \n...\n'))
    expect(problems.map(({line, message}) => [line, message])).toEqual([
      [7, 'The entry ends behind its sequence number; it was not read.'],
      [8, 'Somebody left out entries here ("...").'],
      [4, 'The file ends inside the log: 2 of 2 entries are here.'],
    ])
    expect(notes.cut).toBe(true)
  })

  it('says what it did not read', () => {
    const {problems, records} = read(`${timed}0: kd> lm m wifi\nstart  end  module\nffff ffff wifi\n${timed}`)
    expect(records).toHaveLength(4)
    expect(problems).toEqual([
      {
        line: 9,
        offset: timed.length + 17,
        message: "2 lines from here on are no entry of a driver's log and were not read.",
      },
    ])
  })

  it('may stand beside the log dump of a session', () => {
    const session = `0: kd> !wmitrace.logdump x
(WmiTrace) LogDump for Logger Id 0x13
Found Buffers: 5 Messages: 2, sorting entries
[1]0EF8.0CF0::04/24/2020-09:43:36.894 [cx]Enter
  more
Unknown( 76): GUID=ac5ec775-ccdb-3c2c-6150-28b4eacacbc4 (No Format Information found).
Total of 2 Messages from 5 Buffers
`
    for (const [text, formats, messages] of [
      [`${session}${timed}`, ['wmitrace', 'wmitrace', 'ifr', 'ifr'], ['Enter\n  more', undefined, 'a', 'b']],
      [`${timed}${session}`, ['ifr', 'ifr', 'wmitrace', 'wmitrace'], ['a', 'b', 'Enter\n  more', undefined]],
    ] as const) {
      const {records, formats: found, problems} = read(text)
      expect(problems).toEqual([])
      expect(found).toEqual(formats)
      expect(records.map(({message, undecoded}) => (undecoded === null ? message : undefined))).toEqual(messages)
      const dump = records.find(({message}) => message.startsWith('Enter'))
      expect(dump).toMatchObject({provider: 'cx', pid: 0xef8, cpu: 1})
      expect(timeOf(dump)).toBe('2020-04-24T09:43:36.894000')
    }
  })

  it('may be broken by a console of 80 columns', () => {
    const long = `16132: 09/03/2023-23:43:07.3233595 NxDevice::Stop - ${'x'.repeat(40)} ${'y'.repeat(70)}`
    const text = timed.replace(/16132.*/, (long.match(/.{1,80}/g) as string[]).join('\n'))
    expect(read(text).records[1]?.message).toBe(`${'x'.repeat(40)} ${'y'.repeat(70)}`)
  })

  it('keeps records without a format', () => {
    const unknown = 'Unknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).'
    const {records, input} = read(timed.replace('16132', `${unknown}\n16132`).replace('are 2', 'are 3'))
    expect(records[1]).toMatchObject({undecoded: 'no-format', message: unknown, atUs: null, provider: 'Wifi'})
    expect(input.undecoded).toBe(1)
  })

  it('is known without its banner by entries alone', () => {
    const lines = [
      '23958: NxDevice::WmiProcess - Adapter not found. [status=STATUS_WMI_INSTANCE_NOT_FOUND]',
      '23960: NxAdapter::Start - a',
      '23964: NxPowerPolicy::SetParameters - b',
    ]
    const {input, records} = read(lines.join('\n'))
    expect(input.format).toBe('ifr')
    expect(records.map(({provider, fields}) => [provider, fields?.sequence])).toEqual([
      [null, '23958'],
      [null, '23960'],
      [null, '23964'],
    ])
  })

  it.each([
    ['a numbered list', '1: Introduction - what\n2: Parts - how\n3: End - why\n'],
    ['source code', 'printf("--- start of log ---\\n");\n12: int main(void)\n'],
    ['compiler output', '1: foo_bar - ok\n'],
    ['a log of another tool', '2024-01-13 10:00:00 Service_Start - ok\n'.repeat(5)],
    ['a page that quotes a dump', `Look at this:\n\n${merged}`],
    ['another command', '1: kd> !ndiskd.wdiadapter\n    CAdapter\n'],
  ])('is not %s', (_, text) => {
    expect(ifr.sniff(text)).toBe(0)
  })

  it('is known behind what the debugger says of symbols', () => {
    expect(ifr.sniff(`SYMSRV:  BYINDEX: 0x1\nDBGHELP: wifi - public symbols\n*** WARNING: x\n${timed}`)).toBe(0.9)
  })

  it('is known by its first 4 KiB', () => {
    const row = '!rcdrlogdump  wifi -a fffffa8005ff2b60  03 SLT02 DCI04           1024\n'
    const long = merged.replace(row, row.repeat(200))
    expect(ifr.sniff(long.slice(0, 4096))).toBe(0.9)
    expect(read(long).records).toHaveLength(3)
  })

  it('cut behind every byte loses the last entry at most', () => {
    everyCut(timed)
    everyCut(merged)
  })

  it('gives back what was written', () => {
    const word = fc.stringMatching(/^[A-Za-z_][\w<>~@$?]{0,20}$/)
    const func = fc.array(word, {minLength: 1, maxLength: 3}).map(parts => parts.join('::'))
    const text = fc.stringMatching(/^[!-~]([ -~]{0,60}[!-~])?$/)
    const entry = fc.record({func, text, log: fc.option(fc.constantFrom('03 RUNDOWN', '03 SLT02 DCI04'))})
    fc.assert(
      fc.property(fc.array(entry, {maxLength: 8}), entries => {
        const lines = entries.map(
          ({func, text, log}, i) => `${log === null ? '' : `${log} `}${i + 1}: ${func} - ${text}\n`,
        )
        const start = merged.slice(0, merged.indexOf('03 RUNDOWN     6'))
        const {records, problems} = read(`${start}${lines.join('')}---- end of log ----\n`)
        expect(problems).toEqual([])
        expect(
          records.map(({message, fields}) => ({func: fields?.func, text: message, log: fields?.log ?? null})),
        ).toEqual(entries)
      }),
    )
  })
})

describe.skipIf(!hasCorpus)('real logs (../shared/corpus/real)', () => {
  it('reads rcdrlogdump-usbxhci.txt', () => {
    const bytes = corpusFile('debugger/rcdrlogdump-usbxhci.txt')
    const {input, records, problems, notes} = read(bytes)
    const entries = bytes.toString().match(/^03 \w+( \w+)?\s+\d+: \w+ - .+$/gm)
    expect(entries).toHaveLength(7)
    expect(records.map(({text}) => text)).toEqual(entries)
    expect(input.format).toBe('ifr')
    expect(new Set(records.map(({provider}) => provider))).toEqual(new Set(['usbxhci']))
    expect(records.map(({fields}) => fields?.log)).toEqual([
      ...Array.from({length: 4}, () => '03 RUNDOWN'),
      ...['03 SLT01 DCI03', '03 SLT01 DCI04', '03 SLT01 DCI04'],
    ])
    expect(records.every(({atUs}) => atUs === null)).toBe(true)
    expect(notes.granularityUs).toBe(null)
    expect(problems.map(({line}) => line)).toEqual([23, 24])
  })

  it('reads wdflogdump-timestamps.txt', () => {
    const bytes = corpusFile('debugger/wdflogdump-timestamps.txt')
    const {input, records, problems, notes} = read(bytes)
    expect(records).toHaveLength(bytes.toString().match(/^\d+: \d\d\//gm)?.length ?? -1)
    expect(records).toHaveLength(6)
    expect(input.format).toBe('ifr')
    expect(new Set(records.map(record => `${timeOf(record)} ${record.ns}`))).toEqual(
      new Set(['2023-09-03T23:43:07.323359 400']),
    )
    expect(records[1]?.fields).toMatchObject({sequence: '16132', func: 'FxPowerIdleMachine::ProcessEventLocked'})
    expect(notes).toMatchObject({granularityUs: 1, cut: true})
    expect(problems.at(-1)?.message).toBe('The file ends inside the log: 6 of 65 entries are here.')
  })
})
