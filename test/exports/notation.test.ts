import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Places} from '../../src/exports/exporter.js'
import {printFields} from '../../src/exports/notation/field-notation.js'
import {headerLines} from '../../src/exports/notation/header-notation.js'
import {recordNotation} from '../../src/exports/notation/record-notation.js'
import {vocabularyLine} from '../../src/exports/notation/vocabulary-line.js'
import {FieldParser} from '../../src/parsers/scenario/grammar/field-parser.js'
import type {Field} from '../../src/parsers/scenario/grammar/notation.js'
import {readScenarioTrace, type TraceRecordOfScenario} from '../../src/parsers/scenario/scenario-trace.js'
import {Addresses} from '../../src/parsers/scenario/values/addresses.js'

const COLUMNS: Places = {stepNs: 1, cpu: true, activity: true, lostEvents: true, lostBuffers: true}
const NONE: Places = {...COLUMNS, cpu: false, activity: false}
const {isAddress} = new Addresses()

const record = (text: string) => readScenarioTrace(text).records.at(-1) as TraceRecordOfScenario
const notation = (text: string, places = COLUMNS) => recordNotation(record(text), places)
const line = (text: string, places = COLUMNS) => vocabularyLine(record(text).event, places)

describe('fields', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9_-]{0,5}$/).filter(text => text !== 'no' && text !== 'entries')
  const atom = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9*][A-Za-z0-9_./:*-]{0,8}$/).map(text => ({text, quoted: false})),
    fc.stringMatching(/^[^"\r\n]{0,8}$/).map(text => ({text, quoted: true})),
  )
  const {field} = fc.letrec<{field: Field; fields: Field[]}>(tie => ({
    fields: fc.array(tie('field'), {maxLength: 3}),
    field: fc.oneof(
      {depthSize: 'small'},
      fc.record({kind: fc.constant('word' as const), text: key, negated: fc.boolean()}),
      fc.record({kind: fc.constant('pair' as const), key, atoms: fc.array(atom, {maxLength: 3})}),
      fc.record({kind: fc.constant('item' as const), fields: tie('fields')}),
      fc.record({kind: fc.constant('group' as const), key, fields: tie('fields')}),
    ),
  }))

  it('are read back as they were printed', () => {
    fc.assert(
      fc.property(fc.array(field, {maxLength: 4}), fields => {
        expect(new FieldParser(printFields(fields), isAddress).parse()).toEqual(fields)
      }),
    )
  })
})

describe('header lines', () => {
  const header = (text: string) => {
    const trace = readScenarioTrace(`${text}\n0 IND ROAMING_NEEDED 1 -`)
    return headerLines(trace.header, trace.aliases)
  }

  it('say the model always, and what differs from the defaults', () => {
    expect(header('')).toEqual(['capture model=wificx'])
    expect(header('capture from=-5 to=5 loss=1..2 lost-events=3 origin=2025-01-01T00:00:00Z')).toEqual([
      'capture model=wificx',
    ])
    expect(
      header(
        'capture model=wdi override=? bss-cache=1 pmkid-capable=0 primary=1 secondary=2 ap=3,4 p2p=5 ' +
          'granularity=0.0005 families=M1,IND tlvs=0 wpp=7 undecoded=2',
      ),
    ).toEqual([
      'capture model=wdi override=? bss-cache=1 pmkid-capable=0 primary=1 secondary=2 ap=3,4 p2p=5 ' +
        'granularity=0.0005 families=M1,IND tlvs=0 wpp=7 undecoded=2',
    ])
    expect(header('capture granularity=15.625')).toEqual(['capture model=wificx granularity=15.625'])
  })

  it('declare adapters, labels and aliases', () => {
    expect(
      header('label os=1 device="a b"\nadapter left\nadapter right model=native80211 ap=2 driver=9\nalias H=AP-A'),
    ).toEqual([
      'capture model=wificx',
      'adapter left model=wificx',
      'adapter right model=native80211 ap=2 driver="9"',
      'label os="1" device="a b"',
      'alias H=02:00:00:00:0a:01',
    ])
  })
})

describe('a record in the notation', () => {
  it.each([
    [
      '0 IND DISASSOCIATION 1 - AP-A status=13 truncated',
      'IND DISASSOCIATION 1 - tlv=bc000a00020000000a010d000000 truncated',
    ],
    ['0 IND OID_WDI_TASK_ROAM ? 7 status=failure', 'IND TASK_ROAM ? 7 status=0xc0000001'],
    ['0 M1 TASK_DOT11_RESET 1', 'M1 TASK_DOT11_RESET 1 tlv=""'],
    ['0 LOG 5002 adapter - trigger=2', 'LOG 5002 adapter - trigger=2'],
    [
      '0 IND NDIS_STATUS_DOT11_DISASSOCIATION 0 mac=AP-A reason=LOST',
      'IND NDIS_STATUS_DOT11_DISASSOCIATION 0 mac=AP-A reason=LOST',
    ],
    [
      'adapter x\n0 IND DOT11_ROAMING_START 0@x reason=12 adhoc-ssid="a b"',
      'IND DOT11_ROAMING_START 0@x reason=12 adhoc-ssid="a b"',
    ],
  ])('%s', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })

  it('says what the format has no column for', () => {
    const text = '0 LOG BOOT adapter cpu=1 thread=2 activity=A mono=3.5'
    expect(notation(text)).toBe('LOG BOOT adapter mono=3.5')
    expect(notation(text, NONE)).toBe('LOG BOOT adapter cpu=1 activity=A mono=3.5')
    expect(notation('0 IND ROAMING_NEEDED 1 - reason=15 cpu=1 mono=3', NONE)).toBe(
      'IND ROAMING_NEEDED 1 - tlv=550004000f000000 cpu=1 mono=3',
    )
  })
})

describe('a record in words and bytes', () => {
  it.each([
    ['0 M1 TASK_DOT11_RESET adapter 7', 'M1 OID_WDI_TASK_DOT11_RESET PortId=65535 TransactionId=7 Data=()'],
    ['0 M3 TASK_ROAM ? status=pending', 'M3 OID_WDI_TASK_ROAM Status=0x00000103'],
    ['0 M3 TASK_ROAM 1 7', 'M3 OID_WDI_TASK_ROAM PortId=1 TransactionId=7'],
    [
      '0 IND ROAM_COMPLETE 1 7 status=success',
      'NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=7 Status=0x00000000',
    ],
    [
      'adapter card-1\n0 IND FIRMWARE_STALLED adapter -',
      'NDIS_STATUS_WDI_INDICATION_FIRMWARE_STALLED Adapter=card-1 PortId=65535 TransactionId=0 Data=()',
    ],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })

  it.each([
    ['the command of a completion', '0 IND TASK_ROAM 1 7 status=success'],
    ['cut bytes', '0 IND ROAMING_NEEDED 1 - truncated'],
    ['selected fields', 'capture tlvs=0\n0 IND ROAMING_NEEDED 1 - reason=1'],
    ['a second clock', '0 IND ROAMING_NEEDED 1 - mono=1'],
    ['bytes that are no TLVs', '0 IND ROAMING_NEEDED 1 - tlv=5500'],
    ['bytes that look like a message with header', `0 IND ROAMING_NEEDED 1 - tlv=37000000${'bb000000'.repeat(3)}`],
    ['a name that looks like a handle', 'adapter deadbeef\n0 IND ROAMING_NEEDED 1 -'],
    ['a name that starts with a digit', 'adapter 5g\n0 IND ROAMING_NEEDED 1 -'],
    ['Native 802.11', '0 IND DOT11_SCAN_CONFIRM 0'],
    ['an NDIS request', '0 M1 OID_GEN_STATISTICS 0'],
    ['the log', '0 LOG BOOT adapter'],
  ])('is not written for %s', (_what, text) => {
    expect(line(text)).toBeNull()
  })

  it('is not written where a column is missing', () => {
    expect(line('0 IND ROAMING_NEEDED 1 - cpu=1', NONE)).toBeNull()
    expect(line('0 IND ROAMING_NEEDED 1 - activity=A', NONE)).toBeNull()
    expect(line('0 IND ROAMING_NEEDED 1 - activity=A cpu=1', COLUMNS)).not.toBeNull()
  })
})
