import {describe, expect, it} from 'vitest'
import {vocabulary} from '../../src/dialects/vocabulary.js'
import {record, shown} from './record.js'

const of = (message: string) => shown(vocabulary.start().recognise(record(message))) as Record<string, unknown>

/** ROAMING_NEEDED: TLV 0x55 of four bytes, reason 10. */
const tlv = '550004000a000000'
/** Port 1, status 0xC0000001, transaction 0x2A. */
const header = '01000000010000c02a00000000000000'
const spaced = (hex: string, by = ' ') => hex.replace(/(..)(?=.)/g, `$1${by}`)
const named = 'WDI_INDICATION_ROAMING_NEEDED'

describe('a run of hex after a label', () => {
  it.each([
    `Data=${tlv}`,
    `Data: ${tlv.toUpperCase()}`,
    `Payload ${tlv}`,
    `TLV=0x${tlv}01020304`.replace('01020304', ''),
    `Tlvs: ${spaced(tlv)}`,
    `Buffer=[${spaced(tlv, ':')}]`,
    `Bytes="${spaced(tlv, ', ')}"`,
    `Dump: ${spaced(tlv, '-')} and more text`,
    `Data (8 bytes): ${spaced(tlv)}`,
    `Data[8]: ${spaced(tlv)}`,
    `Data={ 55000400 0a000000 }`,
    `Data: 0x55, 0x00, 0x04, 0x00, 0x0a, 0x00, 0x00, 0x00`,
  ])('%s', text => {
    // One of the spellings is a pointer by its looks: 0x and sixteen digits.
    const pointer = text.startsWith('TLV=0x')
    expect(of(`${named} ${text}`)).toEqual({
      is: 'IND ROAMING_NEEDED',
      ...(pointer ? {} : {payload: tlv, complete: true}),
    })
  })

  it.each([
    'Buffer=0xFFFFC804AF396000 size=8',
    'Bytes: 12',
    'Bytes=12345',
    'Data: none here',
    'the data is bad',
    'Metadata=550004000a000000',
  ])('no bytes in "%s"', text => expect(of(`${named} ${text}`).payload).toBeUndefined())

  it('knows an empty payload', () => {
    expect(of(`${named} Data=[]`)).toEqual({is: 'IND ROAMING_NEEDED', payload: '', complete: true})
  })
  it('reads a run that was wrapped', () => {
    expect(of(`${named} Data=${tlv}\n${tlv}\n${tlv}`).payload).toBe(tlv.repeat(3))
  })
  it('says what the tool cut off', () => {
    expect(of(`${named} Data=${tlv}...`)).toEqual({is: 'IND ROAMING_NEEDED', payload: tlv, truncated: true})
    expect(of(`${named} Length=24 Data=${tlv}`).truncated).toBeUndefined()
    expect(of(`${named} Length=99 Data=${tlv}`).truncated).toBe(true)
    expect(of(`${named} Data=${tlv.slice(0, -2)}`).truncated).toBe(true)
    // All bytes are there; that a TLV claims more is the driver's mistake.
    expect(of(`${named} Data (7 bytes): ${tlv.slice(0, -2)}`).truncated).toBeUndefined()
  })
})

describe('a hex dump on the following lines', () => {
  const long = '3400100002000600020000000a019f00020001025500040005000000'
  const first = long.slice(0, 32)
  const second = long.slice(32)
  const expected = {is: 'IND ROAMING_NEEDED', payload: long, complete: true}
  const dump = (one: string, two: string) => `${named}\n${one}\n${two}`

  it.each([
    ['offsets and characters', dump(`0000: ${spaced(first)}  |4.......|`, `0010: ${spaced(second)}  |U...|`)],
    ['blank after the offset', dump(`00000000  ${spaced(first)}`, `00000010  ${spaced(second)}`)],
    [
      'a gap in the middle',
      dump(`0000: ${spaced(first.slice(0, 16))}  ${spaced(first.slice(16))}`, `0010: ${spaced(second)}`),
    ],
    [
      'a dash in the middle',
      dump(`0000: ${spaced(first.slice(0, 16))}-${spaced(first.slice(16))}`, `0010: ${spaced(second)}`),
    ],
    [
      'groups of two',
      dump(
        `00000000: ${first.replace(/(....)(?=.)/g, '$1 ')}  4.`,
        `00000010: ${second.replace(/(....)(?=.)/g, '$1 ')}`,
      ),
    ],
    ['decimal offsets', dump(`0000: ${spaced(first)}`, `0016: ${spaced(second)}`)],
    [
      'characters that look like bytes',
      dump(`0000: ${spaced(first)}  ab cd ef`, `0010: ${spaced(second)}          ab cd`),
    ],
    ['no offsets, but a label', `${named} Data:\n${spaced(first)}\n${spaced(second)}\nthe end`],
    [
      'addresses and a label',
      `${named} Dump:\nffffc804\`af396000  ${spaced(first)}\nffffc804\`af396010  ${spaced(second)}`,
    ],
  ])('%s', (_, text) => expect(of(text)).toEqual(expected))

  it('ends with the first line of another form', () => {
    expect(of(`${named}\n0000: ${spaced(tlv)}\nnext: ${spaced(tlv)}`).payload).toBe(tlv)
    expect(of(`${named}\n0000: ${spaced(tlv)}\n...`)).toMatchObject({payload: tlv, truncated: true})
  })
  it('does not believe offsets that do not count the bytes', () => {
    expect(of(`${named}\n    A3F1: ${spaced(first)}\n    0B22: ${spaced(second)}`).payload).toBeUndefined()
    expect(of(`${named}\n    A3F1: ${spaced(first)}`).payload).toBeUndefined()
    expect(of(`${named}\n${spaced(first)}`).payload).toBeUndefined()
  })
  it('takes no fields from a dump', () => {
    const ascii = `${named} PortId=1\n0000: ${spaced(first)}  |port=7 status=9 |\n0010: ${spaced(second)}`
    expect(of(ascii)).toEqual({...expected, port: 1})
  })
})

describe('the message header', () => {
  const whole = header + tlv
  it('is there where it agrees with the line', () => {
    expect(of(`${named} PortId=1 TransactionId=0x2A Data=${whole}`)).toEqual({
      is: 'IND ROAMING_NEEDED',
      port: 1,
      txn: 42,
      payload: tlv,
      complete: true,
    })
  })
  it('is there where a length leaves it out, or only the rest are TLVs', () => {
    expect(of(`${named} Length=8 Data=${whole}`)).toMatchObject({port: 1, txn: 42, payload: tlv})
    expect(of(`${named} Data=${whole}`)).toMatchObject({port: 1, txn: 42, payload: tlv})
  })
  it('is not there where the bytes are TLVs', () => {
    expect(of(`${named} PortId=1 Data=${tlv.repeat(3)}`)).toEqual({
      is: 'IND ROAMING_NEEDED',
      port: 1,
      payload: tlv.repeat(3),
      complete: true,
    })
  })
  it('gives the status of responses and completions', () => {
    expect(of(`M3 OID_WDI_TASK_ROAM Data=${header}`)).toEqual({
      is: 'M3 TASK_ROAM',
      port: 1,
      txn: 42,
      status: 0xc0000001,
      payload: '',
      complete: true,
    })
    expect(of(`M1 OID_WDI_TASK_ROAM PortId=1 Data=${header}`)).not.toHaveProperty('status')
  })
  it('beats the text, with a note', () => {
    const found = of(`WDI_INDICATION_ROAM_COMPLETE PortId=2 TransactionId=42 status=0 Data=${whole}`)
    expect(found).toEqual({
      is: 'IND ROAM_COMPLETE',
      port: 1,
      txn: 42,
      status: 0xc0000001,
      payload: tlv,
      complete: true,
      notes: [
        'port 2 in the text, 1 in the bytes; the bytes count',
        'status 0 in the text, 3221225473 in the bytes; the bytes count',
      ],
    })
  })
  it('notes an address that the bytes do not hold', () => {
    const run = of('WDI_INDICATION_DISASSOCIATION BSSID=02:00:00:00:0b:01 Data=bc000a00020000000a010a000000')
    expect(run.notes).toEqual(['the text names 02:00:00:00:0b:01, which the bytes do not hold; the bytes count'])
    const same = of('WDI_INDICATION_DISASSOCIATION BSSID=02:00:00:00:0a:01 Data=bc000a00020000000a010a000000')
    expect(same.notes).toBeUndefined()
  })

  it('survives the cut at every byte', () => {
    for (let bytes = 0; bytes <= whole.length / 2; bytes++) {
      const found = of(
        `WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=42 Length=24 Data=${whole.slice(0, 2 * bytes)}`,
      )
      expect(found.is).toBe('IND ROAM_COMPLETE')
      if (bytes >= 16) expect(found).toMatchObject({port: 1, txn: 42, status: 0xc0000001})
      expect(found.complete).toBe(bytes === whole.length / 2 || undefined)
    }
  })
})
