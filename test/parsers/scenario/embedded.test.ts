import {describe, expect, it} from 'vitest'
import {embeddedState, parseEmbedded} from '../../../src/parsers/scenario/embedded.js'
import {createReader} from '../../../src/wdi/fact-reader.js'

const read = (text: string) => parseEmbedded(text, embeddedState())

describe('notation inside another log', () => {
  it.each([
    ['IND ROAMING_NEEDED 1 - reason=15', 'ROAMING_NEEDED'],
    ['0 IND ROAMING_NEEDED 1 - reason=15', 'ROAMING_NEEDED'],
    ['2026-01-01 12:00:00 note: IND ROAMING_NEEDED 1 - reason=15  # why', 'ROAMING_NEEDED'],
    ['[roamscope]LOG 5002 adapter - trigger=2', '5002'],
    ['first line\n   M1 TASK_ROAM 1@card 0x65 tlv=330000000000', 'TASK_ROAM'],
  ])('is read from %j', (text, name) => {
    expect(read(text)).toMatchObject({message: {name}, notes: []})
  })

  it('gives a recognition, and what the columns of the log may lack', () => {
    expect(read('x IND ROAMING_NEEDED 1@card 7 reason=15 cpu=2 thread=9 activity=A mono=1.5')).toMatchObject({
      step: 'IND',
      port: 1,
      transactionId: 7,
      status: null,
      adapterKey: 'card',
      complete: true,
      truncated: false,
      payload: Uint8Array.of(0x55, 0, 4, 0, 15, 0, 0, 0),
      cpu: 2,
      tid: 9,
      activityId: 'A',
      monoUs: 1500,
    })
    expect(read('x IND ROAMING_NEEDED 1 -')).not.toHaveProperty('cpu')
  })

  it('lets header lines hold for what follows', () => {
    const state = embeddedState()
    const stated = parseEmbedded('[0]0004.0008 capture model=native80211 override=? tlvs=0', state)
    expect(stated).toMatchObject({
      stated: {defaults: {model: 'native80211', override: null}, tlvs: false, lossSpans: []},
    })
    expect(stated).not.toHaveProperty('stated.fromUs')
    expect(parseEmbedded('label driver=1.2', state)).toMatchObject({stated: {labels: {driver: '1.2'}, tlvs: false}})
    expect(parseEmbedded('IND ROAMING_START 0 reason=LOST', state)).toMatchObject({
      message: {name: 'DOT11_ROAMING_START'},
      fields: {reason: ['12']},
      complete: false,
    })
    // Concatenated logs say it again.
    expect(parseEmbedded('capture model=native80211 override=? tlvs=0', state)).toMatchObject({stated: {tlvs: false}})
  })

  it('dates loss only where origin says when zero was', () => {
    expect(read('capture loss=10..40')).toMatchObject({stated: {lossSpans: []}})
    expect(read('capture loss=10..40 origin=1970-01-01T00:00:01Z')).toMatchObject({
      stated: {lossSpans: [{startUs: 1_010_000, endUs: 1_040_000}]},
    })
  })

  it('gives all records to the only adapter, and takes names that were not declared', () => {
    const state = embeddedState()
    parseEmbedded('adapter card driver=1', state)
    expect(parseEmbedded('IND ROAMING_NEEDED 1 -', state)).toMatchObject({adapterKey: 'card'})
    expect(parseEmbedded('IND ROAMING_NEEDED 1@other -', state)).toMatchObject({adapterKey: 'other'})
  })

  it('makes frames agree with earlier lines', () => {
    const state = embeddedState()
    parseEmbedded('M1 TASK_ROAM 1 7 entries=AP-B ssid=lab', state)
    const result = parseEmbedded('IND ASSOCIATION_RESULT 1 - (AP-B request)', state)
    expect(createReader().associationEntries(result as never)?.[0]?.request?.ssid).toBe('lab')
  })

  it.each([
    'M1 OID_WDI_TASK_ROAM Adapter=1 PortId=1 TransactionId=101',
    'BIND ROAMING_NEEDED 1 -',
    'capture started at 12:00',
    'capture speed=5 of the drive',
    'label printer=off and on',
    'adapter reset',
    'an alias A=b',
    '',
    `IND ROAMING_NEEDED 1 ${'x'.repeat(300_000)}`,
  ])('is not seen in %.60s', text => {
    expect(read(text)).toBeNull()
  })

  it('says what is wrong with a record', () => {
    expect(read('note: IND ROAMING_NEEDED 1 - reasn=15')).toEqual({problem: 'unknown field "reasn" of ROAMING_NEEDED'})
    expect(read('note: IND ROAMING_NEDED 1 -')).toEqual({problem: 'unknown event "ROAMING_NEDED"'})
  })
})
