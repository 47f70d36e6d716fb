import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {recogniser} from '../../../src/dialects/index.js'
import {summary} from '../../../src/parsers/summary/summary.js'
import {everyCut} from '../every-cut.js'
import {corpusFile, hasCorpus, read} from '../read.js'

const tracefmt = `Files Processed:
\tc:\\traces\\wifi.etl
Total Buffers Processed 4
Total Events  Processed 1718
Total Events  Lost      4
Elapsed Time            122 sec
+---------------------------------------------------------------------------------+
|EventCount    EventName    EventType         Guid                                |
+---------------------------------------------------------------------------------+
|         1    Header       Header            68fdd900-4a3e-11d1-84f4-0000f80464e3|
|      1700    wdiwifi      roam_c264         37753236-C81F-505e-d40a-128d3bb2b5ff|
|        17                 port_cpp12        47753236-c81f-505e-d40a-128d3bb2b5ff|
+---------------------------------------------------------------------------------+
`
const tracerpt = `Files Processed:
\twifi.etl
Total Buffers Processed 5
Total Events  Processed 4601
Total Events  Lost      7
Start Time              Tuesday, June 1, 2021
End Time                Tuesday, June 1, 2021
Elapsed Time            13 sec
+--------------------+
|Event Count   Event Name           Task            Opcode          Version         Guid                                  |
+--------------------+
|          2   EventTrace           0               PartitionInfoExtension 2               {68fdd900-4a3e-11d1-84f4-0000f80464e3}|
|         46                        0               36              0               {9b79ee91-b5fd-41c0-a243-4248e266e9d0}|
|          3   Two Words            A task          Start           1               {9b79ee92-b5fd-41c0-a243-4248e266e9d0}|
+--------------------+
+--------------------+
|Event Count   Event Name           Event ID        Version         Guid                                  |
+--------------------+
|         12   Microsoft-Windows-WLAN-AutoConfig 8001            0               {9580d7dd-0379-4658-9870-d5be7d52d6de}|
|         46                        0               0               {9b79ee91-b5fd-41c0-a243-4248e266e9d0}|
+--------------------+
`
const shown = (text: string) =>
  read(text).records.map(({provider, providerGuid, eventId, message, undecoded, fields}) => [
    provider,
    providerGuid,
    eventId,
    message,
    undecoded,
    {...fields},
  ])

describe("a tool's summary of a trace", () => {
  it('counts events by the source of their messages (tracefmt)', () => {
    expect(shown(tracefmt)).toEqual([
      [
        ...['Header', null, null, '1 event of Header: EventType Header', null],
        {events: '1', EventType: 'Header', messageGuid: '68fdd900-4a3e-11d1-84f4-0000f80464e3'},
      ],
      [
        ...['wdiwifi', null, null, '1700 events of wdiwifi: EventType roam_c264', null],
        {events: '1700', EventType: 'roam_c264', messageGuid: '37753236-c81f-505e-d40a-128d3bb2b5ff'},
      ],
      [
        ...[null, null, null, '17 events of 47753236-c81f-505e-d40a-128d3bb2b5ff: EventType port_cpp12', 'no-format'],
        {events: '17', EventType: 'port_cpp12', messageGuid: '47753236-c81f-505e-d40a-128d3bb2b5ff'},
      ],
    ])
  })

  it('counts events by opcode and by id (tracerpt), long names too', () => {
    expect(shown(tracerpt)).toEqual([
      [
        ...['EventTrace', '68fdd900-4a3e-11d1-84f4-0000f80464e3', null],
        ...['2 events of EventTrace: Task 0, Opcode PartitionInfoExtension, Version 2', null],
        {events: '2', Task: '0', Opcode: 'PartitionInfoExtension', Version: '2'},
      ],
      [
        ...[null, '9b79ee91-b5fd-41c0-a243-4248e266e9d0', null],
        ...['46 events of 9b79ee91-b5fd-41c0-a243-4248e266e9d0: Task 0, Opcode 36, Version 0', 'no-schema'],
        {events: '46', Task: '0', Opcode: '36', Version: '0'},
      ],
      [
        ...['Two Words', '9b79ee92-b5fd-41c0-a243-4248e266e9d0', null],
        ...['3 events of Two Words: Task A task, Opcode Start, Version 1', null],
        {events: '3', Task: 'A task', Opcode: 'Start', Version: '1'},
      ],
      [
        ...['Microsoft-Windows-WLAN-AutoConfig', '9580d7dd-0379-4658-9870-d5be7d52d6de', 8001],
        ...['12 events of Microsoft-Windows-WLAN-AutoConfig: Event ID 8001, Version 0', null],
        {events: '12', 'Event ID': '8001', Version: '0'},
      ],
      [
        ...[null, '9b79ee91-b5fd-41c0-a243-4248e266e9d0', 0],
        ...['46 events of 9b79ee91-b5fd-41c0-a243-4248e266e9d0: Event ID 0, Version 0', 'no-schema'],
        {events: '46', 'Event ID': '0', Version: '0'},
      ],
    ])
  })

  it('tells losses and undecoded rows, and has no problem and no time', () => {
    for (const [text, lostEvents, undecoded] of [
      [tracefmt, 4, 1],
      [tracerpt, 7, 2],
      [`${tracefmt}${tracerpt}`, 11, 3],
    ] as const) {
      const {notes, problems, input, records} = read(text.replaceAll('\n', '\r\n'))
      expect(notes).toMatchObject({
        lostEvents,
        lostBuffers: 0,
        restated: true,
        granularityUs: null,
        headerStartUs: null,
      })
      expect(problems).toEqual([])
      expect(input).toMatchObject({format: 'summary', undecoded})
      expect(records.every(({atUs}) => atUs === null)).toBe(true)
    }
  })

  it('counts what happened and is no event itself', () => {
    expect(read(`${tracefmt}${tracerpt}`).records.map(recogniser().recognise)).toEqual(Array(8).fill(null))
  })

  it('leaves out what it cannot read', () => {
    const {problems, records} = read(
      `${tracefmt}\nRegards\nJoe\n${tracerpt.replace('|         46  ', '|         4x  ')}`,
    )
    expect(records).toHaveLength(7)
    expect(problems.map(({line, message}) => [line, message])).toEqual([
      [29, 'This is no row that could be read: it was left out.'],
      [15, '2 lines from here on belong to no summary; nothing was read of that.'],
    ])
  })

  it.each([
    ['a list of files', 'Files Processed: 3\nTotal Events  Lost      4\n'],
    ['a mail about one', `Hello,\n${tracefmt}`],
    ['a table', tracefmt.slice(tracefmt.indexOf('+--'))],
    ['source code', 'puts("Files Processed:");\n'],
  ])('is not %s', (_, text) => {
    expect(summary.sniff(text)).toBe(0)
  })

  it('is known by its beginning', () => {
    expect(summary.sniff(`\n${tracefmt.slice(0, 80)}`)).toBe(1)
    expect(summary.sniff(`Files Processed:\n${'\tc:\\traces\\wifi.etl\n'.repeat(300)}`.slice(0, 4096))).toBe(0.5)
  })

  it('cut behind every byte loses the last row at most', () => {
    everyCut(tracefmt)
    everyCut(tracerpt)
    const {problems} = read(tracefmt.slice(0, tracefmt.indexOf('d40a-')))
    expect(problems).toEqual([
      {line: 11, offset: tracefmt.indexOf('|      1700'), message: 'The file ends inside this row: it was left out.'},
    ])
    expect(read(tracefmt.slice(0, tracefmt.indexOf('Lost      4') + 11)).notes.lostEvents).toBe(0)
  })

  it('gives back what was written, however long', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9/_-]{1,30}$/)
    const row = fc.record({
      count: fc.nat(1e9),
      name: fc.option(word),
      task: word,
      opcode: word,
      version: fc.nat(255),
      guid: fc.uuid().filter(guid => !guid.startsWith('00000000')),
    })
    const heading = tracerpt.slice(0, tracerpt.indexOf('|          2   EventTrace'))
    fc.assert(
      fc.property(fc.array(row, {maxLength: 6}), rows => {
        const lines = rows.map(
          ({count, name, task, opcode, version, guid}) =>
            `|${String(count).padStart(11)}   ${(name ?? '').padEnd(20)} ${task.padEnd(15)} ${opcode.padEnd(15)} ${String(version).padEnd(15)} {${guid}}|\n`,
        )
        expect(
          read(`${heading}${lines.join('')}`).records.map(({provider, providerGuid, fields}) => ({
            count: Number(fields?.events),
            name: provider,
            task: fields?.Task,
            opcode: fields?.Opcode,
            version: Number(fields?.Version),
            guid: providerGuid,
          })),
        ).toEqual(rows)
      }),
    )
  })
})

describe.skipIf(!hasCorpus)('real summaries (../shared/corpus/real)', () => {
  it.each([
    ['tracefmt/testtrace.txt.sum', 3, 0, 4],
    ['tracerpt/summary-win10-19042.txt', 29, 14, 0],
  ])('reads %s', (name, rows, undecoded, lostEvents) => {
    const bytes = corpusFile(name)
    const {input, records, problems, notes} = read(bytes)
    expect(bytes.toString().match(/^\| +\d+ /gm)).toHaveLength(rows)
    expect(input).toMatchObject({format: 'summary', records: rows, undecoded})
    expect(problems).toEqual([])
    expect(notes.lostEvents).toBe(lostEvents)
    // Each table of tracerpt adds up to all events; that of tracefmt too.
    const total = Number(/Total Events {2}Processed (\d+)/.exec(bytes.toString())?.[1])
    const tables = name.includes('summary') ? 2 : 1
    expect(records.reduce((sum, {fields}) => sum + Number(fields?.events), 0)).toBe(total * tables)
  })

  it('names the providers of summary-win10-19042.txt', () => {
    const {records} = read(corpusFile('tracerpt/summary-win10-19042.txt'))
    expect(new Set(records.map(({provider}) => provider))).toEqual(
      new Set(['EventTrace', 'Microsoft-Windows-PktMon', null]),
    )
    const ids = records.filter(({provider, eventId}) => provider?.startsWith('Microsoft') && eventId !== null)
    expect(ids.map(({eventId}) => eventId)).toEqual([20, 30, 40, 60, 65, 66, 70, 75, 80, 90, 160])
  })
})
