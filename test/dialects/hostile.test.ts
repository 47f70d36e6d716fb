import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Recognised} from '../../src/dialects/dialect.js'
import {BUILT_IN, literalsOf, recogniser} from '../../src/dialects/index.js'
import {vocabulary} from '../../src/dialects/vocabulary.js'
import {record, shown, step} from './record.js'

const of = (message: string, more = {}) => vocabulary.start().recognise(record(message, more))
const name = 'OID_WDI_TASK_ROAM'

describe('text that means harm', () => {
  it('keeps prototypes alone', () => {
    const found = of(`${name} __proto__=1 constructor=2 toString=3 hasOwnProperty=4`)
    const {fields} = found as Extract<Recognised, {fields: unknown}>
    expect(Object.getPrototypeOf(fields)).toBeNull()
    expect({...fields}).toEqual({constructor: ['2'], tostring: ['3'], hasownproperty: ['4']})
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  })
  it('keeps a bounded number of fields', () => {
    const many = Array.from({length: 50_000}, (_, i) => `f${i}=${i}`).join(' ')
    const {fields} = of(`${name} ${many}`) as Extract<Recognised, {fields: unknown}>
    expect(Object.keys(fields).length).toBe(256)
    const same = of(`${name} ${'reason=1 '.repeat(50_000)}`) as Extract<Recognised, {fields: unknown}>
    expect(same.fields.reason?.length).toBe(256)
    const list = of(`${name} Candidates: ${'02:00:00:00:0a:01 '.repeat(20_000)}`) as Extract<
      Recognised,
      {fields: unknown}
    >
    expect(list.fields.candidates?.length).toBe(256)
  })
  it.each([
    ['a name without end', `${name}${'_X'.repeat(500_000)}`],
    ['many names', `${name} `.repeat(50_000)],
    ['many numbers', 'Oid=0xE4400064 '.repeat(60_000)],
    ['labels without values', `${name} ${'Port '.repeat(200_000)}`],
    ['brackets without end', `${name} ${'Port('.repeat(200_000)}`],
    ['quotes without end', `${name} SSID=${'"'.repeat(1_000_000)}`],
    ['blanks', `${name}${' '.repeat(1_000_000)}Port=1`],
    ['equals signs', `${name} ${'='.repeat(1_000_000)}`],
    ['one word', `WDI_ ${'a'.repeat(1_000_000)}`],
    ['hex without end', `${name} Data=${'3'.repeat(1_000_000)}`],
    ['pairs without end', `${name} Data: ${'33 '.repeat(330_000)}`],
    [
      'a dump of many lines',
      `${name}\n${Array.from({length: 20_000}, (_, i) => `${(16 * i).toString(16).padStart(4, '0')}: ${'33 '.repeat(16)}`).join('\n')}`,
    ],
    ['offsets that nearly count', `${name} Data:\n${'0000: 33\n'.repeat(100_000)}`],
    ['empty lines', `${name}${'\n'.repeat(1_000_000)}`],
    ['addresses run together', `${name} ${'02:'.repeat(300_000)}`],
    ['arrows', `${name} ${'<=='.repeat(300_000)}`],
    ['state changes', `Microsoft ${'Port(1) Peer '.repeat(80_000)}`],
    ['columns of a scenario', `M1 TASK_ROAM 1 1 ${'('.repeat(200_000)}`],
  ])('%s is read in time', (_, text) => {
    const one = recogniser()
    const started = performance.now()
    one.recognise(record(text))
    one.recognise(record(text, {provider: 'Microsoft-Windows-WLAN-AutoConfig'}))
    expect(performance.now() - started).toBeLessThan(1500)
  })
  it('reads a dump to its end', () => {
    const rows = Array.from(
      {length: 4096},
      (_, i) => `${(16 * i).toString(16).padStart(4, '0')}: ${'33 00 0c 00 '.repeat(4)}`,
    )
    const found = of(`${name}\n${rows.join('\n')}`) as Extract<Recognised, {fields: unknown}>
    expect(found.payload?.length).toBe(65_536)
  })
  it('copes with what is no text', () => {
    for (const text of [
      '\0',
      '\ud800',
      '\u200e'.repeat(99),
      `\x1b[31m${name}\x1b[0m Port=1`,
      `<b>${name}</b>`,
      '=cmd|calc',
    ]) {
      expect(() => recogniser().recognise(record(text))).not.toThrow()
    }
    expect(step(of(`\x1b[31m ${name}\x1b[0m Port=1`))).toBe('M1 TASK_ROAM')
  })
})

/** Pieces that the dialects look for, to be put together at random. */
const piece = fc.constantFrom(
  ...[
    'OID_WDI_TASK_ROAM',
    'NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE',
    'WDI_TASK_',
    'OID_WDI_',
    'WDI_INDICATION_DISASSOCIATION',
  ],
  ...[
    'OID_DOT11_SCAN_REQUEST',
    'NDIS_STATUS_DOT11_',
    'OID_WDI_ABORT_TASK',
    '0xE4400064',
    'e4400064',
    '40050065',
    '3829399652',
  ],
  ...[
    'MessageId: 0x0064',
    'MsgId=',
    'Oid:',
    'Status',
    'Code',
    'M1',
    'M3',
    'M4',
    'request',
    'completed',
    'returned',
    '<==',
    '==>',
    '->',
  ],
  ...[
    'PortId',
    'Port',
    'TransactionId',
    'TID',
    'status',
    'pending',
    'BSSID',
    'Peer',
    'Candidates',
    'BssEntry[0]',
    'SSID',
    'Data',
    'Dump',
  ],
  ...[
    '=',
    ':',
    ' ',
    '  ',
    '\t',
    '\n',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    ',',
    ';',
    '.',
    '...',
    '|',
    '#',
    '-',
    '`',
    '0x',
  ],
  ...[
    '1',
    '0',
    '42',
    '65536',
    '-1',
    '0x2A',
    'STATUS_SUCCESS',
    'adapter',
    '02:00:00:00:0a:01',
    '020000000a01',
    '0200.0000.0a01',
  ],
  ...[
    '33 00 04 00 01 02 03 04',
    '0000:',
    '0010:',
    '55000400',
    'ff',
    '{47cb3aa5-e29c-4628-80bd-5023c53fcccb}',
    'ffffc804`af396000',
  ],
  ...[
    'N6WdiHandleOidRequestEx Oid:0xe4400064',
    ' Status:0x103',
    '==> OidHandle_IndicateM4 (e4400064)',
    '<== OidHandle_IndicateM4 returns: 0x0',
  ],
  ...[
    'Transport TASK TargetAdapter to Port(1)',
    'Wdi_Abort_Task(): Cancel Oid:e4400064, TransactionId:002a, PortId:1',
    'RoamRequest = 1, ',
  ],
  ...[
    'WifiRequest M3 failed: ',
    ', BytesWritten: 1',
    'RunTransitionByMessage failed for MessageId: 0x0064',
    '[SAE] ',
    'WDI_SET_SAE_AUTH_PARAMS called!!!',
  ],
  ...[
    'IND ROAMING_NEEDED 1 - reason=10',
    'capture model=wdi',
    'LOG 5002 adapter',
    '__proto__=',
    '\u0000',
    '\u200e',
    'é',
  ],
)
const text = fc
  .array(fc.oneof({weight: 9, arbitrary: piece}, fc.string({maxLength: 6})), {maxLength: 24})
  .map(parts => parts.join(''))
const provider = fc.constantFrom(
  null,
  'driver',
  'Microsoft-Windows-WLAN-AutoConfig',
  'Microsoft-Windows-NDIS',
  'RT_LostEvent',
  '',
)
const members = fc.option(
  fc.dictionary(fc.constantFrom('Oid', 'Data', 'Binary', 'Message', 'PortId', '__proto__'), text, {maxKeys: 4}),
)
const records = fc
  .record({
    text,
    provider,
    members,
    tid: fc.constantFrom(null, 1, 2),
    eventId: fc.constantFrom(null, 5002, 8001, 21057, 36),
  })
  .map(({text: message, members: fields, ...more}) => record(message, {fields, ...more}))

describe('any records', () => {
  it('are read without an exception, and the same way twice', () => {
    fc.assert(
      fc.property(fc.array(records, {maxLength: 12}), all => {
        const read = () => {
          const one = recogniser()
          const seen = all.flatMap(of => [
            shown(one.recognise(of)),
            ...one.late(false).map(({recognised}) => shown(recognised)),
          ])
          return JSON.stringify([seen, one.late(true).map(({recognised}) => shown(recognised)), [...one.counts]])
        }
        expect(read()).toBe(read())
      }),
      {numRuns: 1500},
    )
  })
  it('are events only with values in range', () => {
    fc.assert(
      fc.property(records, of => {
        const found = recogniser().recognise(of)
        if (found === null || found === 'named' || 'stated' in found) return
        const {port, transactionId, status, payload, complete, truncated, step: kind} = found
        if (port !== null) expect(port >= 0 && port <= 0xffff && Number.isInteger(port)).toBe(true)
        if (transactionId !== null) expect(transactionId >= 0 && transactionId <= 0xffffffff).toBe(true)
        if (status !== null) expect(status >= 0 && status <= 0xffffffff).toBe(true)
        expect(['M1', 'M3', 'IND', 'LOG']).toContain(kind)
        if (complete && truncated) expect.unreachable()
        if (payload === null && kind !== 'LOG' && found.message.messageId !== null) expect(complete).toBe(false)
      }),
      {numRuns: 3000},
    )
  })
  it('hold a literal of the dialect that takes them', () => {
    fc.assert(
      fc.property(records, of => {
        const raw = `${of.provider} ${of.eventId} ${of.message} ${JSON.stringify(of.fields)} ${Object.values(of.fields ?? {}).join(' ')}`
        for (const dialect of BUILT_IN) {
          const found = dialect.start().recognise(of)
          // Taking a record merely keeps it from the others, which would find nothing in it either.
          if (found === null || found === 'taken') continue
          const {literals, exactLiterals = [], idLiterals = [], lossLiterals = []} = dialect
          const anyCase = [...(literals ?? []), ...lossLiterals, ...(of.eventId === null ? [] : idLiterals)]
          const holds =
            anyCase.some(literal => raw.toLowerCase().includes(literal)) ||
            exactLiterals.some(literal => raw.replaceAll('\t', ' ').includes(literal))
          expect(holds, `${dialect.id}: ${raw}`).toBe(true)
        }
      }),
      {numRuns: 3000},
    )
  })
})

it('gives all literals together', () => {
  const literals = literalsOf() ?? []
  expect(literals.length).toBeGreaterThan(20)
  for (const {text, exact} of literals) {
    expect(text).toMatch(/^[\x20-\x7e]{3,}$/)
    if (!exact) expect(text).toBe(text.toLowerCase())
  }
  expect(literals.filter(({around}) => around).map(({text}) => text)).toContain('rt_lost')
})
