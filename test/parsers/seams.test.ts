import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {EXPORTERS} from '../../src/exports/index.js'
import {readScenarioTrace} from '../../src/parsers/scenario/scenario-trace.js'
import {withNoise} from '../samples/noise.js'
import {read} from './read.js'
import {readBy} from './scan/both-ways.js'
import {inBlocks} from './scan/in-blocks.js'

const roam = readFileSync(new URL('../../samples/scenarios/ft-roam-clean.scenario', import.meta.url), 'utf8')
const exported = (id: string) =>
  [...(EXPORTERS.find(one => one.id === id)?.render(readScenarioTrace(roam)) ?? [])].join('')
const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'
const wevtutil = `Event[0]:\r\n  Log Name: ${WLAN}/Operational\r\n  Source: ${WLAN}\r\n  Date: 2019-01-09T14:59:31.123\r\n  Event ID: 8002\r\n  Description: \r\nfailed.\r\n\r\n`
const json = `[\r\n${[1, 2].map(id => `    {\r\n        "Message":  "failed.",\r\n        "Id":  ${id},\r\n        "ProviderName":  "${WLAN}",\r\n        "LogName":  "x",\r\n        "TimeCreated":  "\\/Date(1695000000000)\\/"\r\n    }`).join(',\r\n')}\r\n]\r\n`
const clixml = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n  <Obj RefId="0">\r\n    <Props>\r\n      <I32 N="Id">8001</I32>\r\n      <S N="ProviderName">${WLAN}</S>\r\n      <DT N="TimeCreated">2023-06-16T03:05:19.9479495Z</DT>\r\n    </Props>\r\n  </Obj>\r\n</Objs>\r\n`
const TEXTS: readonly (readonly [id: string, family: string, text: string])[] = [
  ['tracefmt', 'listing', withNoise(exported('tracefmt'))],
  ['netsh', 'listing', withNoise(exported('netsh'))],
  ['tracerpt-csv', 'tracerpt', exported('tracerpt-csv')],
  ['tracerpt-xml', 'xml', exported('tracerpt-xml')],
  ['event-xml', 'xml', exported('event-xml')],
  ['export-csv', 'csv', exported('export-csv')],
  ['clixml', 'clixml', clixml],
  ['convertto-json', 'json', json],
  ['wevtutil-text', 'text', wevtutil],
]
const pairs = TEXTS.flatMap(one =>
  TEXTS.filter(other => one[1] !== other[1] && one[0] !== 'wevtutil-text').map(other => [one, other] as const),
)

describe('files that were joined', () => {
  it.each(pairs)('$0.0 goes on as $1.0', ([, , first], [id, , second]) => {
    const [one, other, both] = [read(first), read(second), read(first + second)]
    const lines = first.split('\n').length - 1
    const offset = Buffer.byteLength(first)
    expect(both.records).toEqual([
      ...one.records,
      ...other.records.map(record => ({...record, line: record.line + lines, offset: record.offset + offset})),
    ])
    expect([...both.input.written.keys()]).toContain(id)
    const isMixed = one.notes.zone !== other.notes.zone
    expect(both.problems.map(({line, offset}) => [line, offset])).toEqual(isMixed ? [[lines + 1, offset]] : [])
    expect(both.notes.zone).toBe(isMixed ? 'local' : one.notes.zone)
    expect(both.notes.lostEvents).toBe(one.notes.lostEvents + other.notes.lostEvents)
  })

  it('are put on one clock by --tz', () => {
    const {problems, notes} = read(exported('tracefmt') + exported('tracerpt-csv'), {tzMinutes: 60})
    expect(problems).toEqual([])
    expect(notes.zone).toBe('utc')
  })

  it('may come in any pieces', () => {
    const text = exported('tracerpt-csv') + exported('tracefmt') + exported('event-xml')
    const {records} = read(text)
    for (const size of [1, 7, 63, 1000]) {
      const sizes = Array.from({length: Math.floor(Buffer.byteLength(text) / size)}, () => size)
      expect(read(text, {}, sizes).records).toEqual(records)
    }
  })

  it('may begin with a byte order mark each', () => {
    const {records} = read(`\ufeff${exported('export-csv')}\ufeff${exported('tracefmt')}`)
    expect(records).toHaveLength(
      read(exported('export-csv')).records.length + read(exported('tracefmt')).records.length,
    )
  })

  it('are the same whether they are read, scanned or read in blocks', async () => {
    let passed = 0
    let blocked = 0
    const part = fc.constantFrom(...TEXTS.filter(([id]) => id !== 'wevtutil-text').map(([, , text]) => text))
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, {minLength: 1, maxLength: 5}),
        fc.integer({min: 200, max: 9000}),
        fc.constantFrom('\n', '', 'odd line\n', '<Events>\n', '  Event Name, x\n'),
        fc.boolean(),
        async (parts, headLength, between, full) => {
          const bytes = Buffer.from(parts.join(between))
          const all = readBy(bytes, 'full', headLength, [301])
          const scan = readBy(bytes, 'scan', headLength, [999])
          expect(scan.result).toEqual(all.result)
          passed += scan.passed
          const blocks = await inBlocks(bytes, {headLength, size: 3000, full})
          if (blocks === null) return
          blocked++
          expect(blocks.result).toEqual(all.result)
        },
      ),
      {
        numRuns: Number(process.env.RUNS ?? 150),
        interruptAfterTimeLimit: Number(process.env.LIMIT ?? 25_000),
        endOnFailure: process.env.QUICK !== undefined,
      },
    )
    expect(passed).toBeGreaterThan(50)
    expect(blocked).toBeGreaterThan(0)
  })
})

describe('what only looks like another file', () => {
  const listing = exported('tracefmt')
  const line = listing.split('\n')[5] as string

  it.each([
    ['a profile in a message', '<?xml version="1.0"?>\n<WLANProfile>\n</WLANProfile>\n'],
    ['an object in a message', '{"a": 1}\n'],
    ['a heading', 'Message,Id\n'],
  ])('belongs to the listing: %s', (_, text) => {
    expect(read(listing + text + listing).records).toHaveLength(2 * read(listing).records.length)
  })

  it('is one record of a listing among rows', () => {
    const csv = exported('tracerpt-csv')
    expect(read(`${csv}${line}\n${csv}`).records).toHaveLength(2 * read(csv).records.length)
  })

  it('stands in a cell that is open', () => {
    const row = (message: string) =>
      `Information,10/17/2016 06:38:24 PM,${WLAN},8003,AcmConnection,"${message.replaceAll(`"`, `""`)}"\r\n`
    const text = `Level,Date and Time,Source,Event ID,Task Category\r\n${row('a')}${row(`x\n${listing}\ny`)}${row('b')}`
    expect(read(text).records.map(({eventId}) => eventId)).toEqual([8003, 8003, 8003])
  })
})
