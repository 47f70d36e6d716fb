import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Problem} from '../../src/events/place.js'
import type {InputNotes, TraceRecord} from '../../src/events/record.js'
import {parsers} from '../../src/parsers/index.js'
import type {FormatId} from '../../src/parsers/parser.js'
import {filetime, htmlReport, htmlRow, htmlSnapshot, report, snapshot, wlanEvent} from './report/report-texts.js'

const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'
const time = filetime('2024-03-10T09:59:30Z')
const row = {uid: 1, id: 8000, time: '2024-03-10T01:59:30', message: 'a\nb'}

/** Two events of each format, sound. */
const samples: Partial<Record<FormatId, string>> = {
  'wlanreport-xml': report([wlanEvent(row), wlanEvent({...row, uid: 2})], [snapshot('Connect', time, 1)]),
  'wlanreport-html': htmlReport([htmlRow(row), htmlRow({...row, uid: 2})], [htmlSnapshot('Connect', time, 1)]),
  'convertto-json': JSON.stringify(
    [1, 2].map(Id => ({Id, ProviderName: WLAN, TimeCreated: '/Date(1)/', Message: 'é\n"', Properties: [{Value: 1}]})),
    null,
    1,
  ),
  silketw: [1, 2]
    .map(n =>
      JSON.stringify({ProviderGuid: 'x', ProviderName: WLAN, TimeStamp: '2024-01-01T00:00:00Z', XmlEventData: {n}}),
    )
    .join('\n'),
  clixml: `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${`
  <Obj RefId="0">\n    <Props>\n      <I32 N="Id">1</I32>\n      <S N="ProviderName">a_x000A_b</S>\n    </Props>\n  </Obj>`.repeat(
    2,
  )}\n</Objs>`,
  'eventviewer-txt': `Level\tDate and Time\tSource\tEvent ID\tTask Category\n${`Information\t10/17/2016 6:38:24 PM\t${WLAN}\t8003\tx\t"a\n""b"""\n`.repeat(2)}`,
  'wevtutil-text':
    'Event[0]:\n  Log Name: x\n  Source: y\n  Date: 2019-01-09T14:59:31.123\n  Event ID: 1\n  Description: \na\n\n'.repeat(
      2,
    ),
  'perfview-csv': `Event Name,Time MSec,Process Name,Rest\n${`${WLAN}/EventID(1),1.000,p (1)," A=""1,2"" B=""x"""\n`.repeat(2)}`,
  'perfview-xml': `<Events>\n${` <Event EventName="${WLAN}/EventID(1)" TimeMsec="1.000" ProcessName="p" A="&quot;"/>\n`.repeat(2)}</Events>\n`,
  traceevent: `EVENT 1.000: ${WLAN}/EventID(1) PID=1; TID=2; PName=p; ProceNum=0; DataLen=1; A=1; B=x y; \n`.repeat(2),
  'message-analyzer': `MessageNumber,Timestamp,Module,Summary\n${'1,2018-09-17T10:22:14,Etw,"a ""b"""\n'.repeat(2)}`,
}

function run(id: FormatId, text: string, size: number) {
  const records: TraceRecord[] = []
  const problems: Problem[] = []
  const notes: InputNotes = {
    lostEvents: 0,
    lostBuffers: 0,
    zone: 'local',
    granularityUs: null,
    headerStartUs: null,
    headerEndUs: null,
  }
  const sink = {
    notes,
    record: (record: TraceRecord) => void records.push(record),
    problem: (problem: Problem) => void problems.push(problem),
    event: () => {},
    capabilities: () => {},
    format: () => {},
    passed: () => {},
  }
  const options = {tzMinutes: null, dateOrder: null, prefix: null}
  const parser = parsers.find(one => one.id === id)
  const parsed = parser?.start(sink, options, piece => Buffer.byteLength(piece), text.slice(0, 4096))
  for (let at = 0; at < text.length; at += size) parsed?.text(text.slice(at, at + size))
  parsed?.end()
  return {records, problems, notes}
}

/** What breaks texts: pieces of their own grammar at the wrong place. */
const odd = fc.constantFrom(
  '"',
  "'",
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '\\',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\r\n',
  '=',
  ':',
  '&',
  '\0',
  '\ud800',
  '</',
  '<!--',
  ']]>',
  'é',
  '',
)

describe.each(Object.entries(samples) as [FormatId, string][])('%s', (id, sample) => {
  it('is read whole', () => {
    const {records, problems} = run(id, sample, 7)
    expect(problems).toEqual([])
    expect(records).toHaveLength(2)
  })

  it('never fails on damage, and places what it reads inside the text, whatever pieces it comes in', () => {
    const change = fc.record({at: fc.nat(sample.length), length: fc.nat(40), by: odd})
    fc.assert(
      fc.property(fc.array(change, {minLength: 1, maxLength: 4}), fc.integer({min: 1, max: 400}), (changes, size) => {
        let text = sample
        for (const {at, length, by} of changes) text = text.slice(0, at) + by + text.slice(at + length)
        const whole = run(id, text, text.length + 1)
        const lines = text.split('\n').length
        for (const {line, offset} of [...whole.records, ...whole.problems]) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines)
          expect(offset).toBeLessThanOrEqual(Buffer.byteLength(text))
        }
        // Half of a pair of surrogates never comes from a decoder.
        if (!text.includes('\ud800')) expect(run(id, text, size)).toEqual(whole)
      }),
      {numRuns: 300},
    )
  })
})
