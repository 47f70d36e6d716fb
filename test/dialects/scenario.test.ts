import {describe, expect, it} from 'vitest'
import {recogniser} from '../../src/dialects/index.js'
import {record, shown, step} from './record.js'

describe('the notation of scenarios inside a log', () => {
  it.each([
    '0 M1 TASK_ROAM 1 101 entries=AP-B RoamNeededReason=10',
    'M1   TASK_ROAM            1  101  entries=AP-B',
    '12:00:01 note: M1 TASK_ROAM 1 101',
    '[7] M1 OID_WDI_TASK_ROAM 1 101',
  ])('%s', line => {
    const found = recogniser().recognise(record(line))
    expect(step(found)).toBe('M1 TASK_ROAM')
    expect(found).toMatchObject({port: 1, transactionId: 101, step: 'M1'})
  })
  it('has bytes and status like a scenario file', () => {
    const found = recogniser().recognise(record('note IND ROAM_COMPLETE 1 101 status=failure'))
    expect(found).toMatchObject({step: 'IND', port: 1, transactionId: 101, status: 0xc0000001})
    const log = recogniser().recognise(record('LOG 5002 adapter - trigger=2'))
    expect(shown(log)).toMatchObject({is: 'LOG 5002', port: 65535, fields: {trigger: ['2'], first: ['0']}})
  })
  it('states facts of the capture, which hold for the lines after them', () => {
    const one = recogniser()
    expect(one.recognise(record('capture model=native80211'))).toHaveProperty('stated')
    expect(step(one.recognise(record('IND ROAMING_START 0 reason=LOST')))).toBe('IND DOT11_ROAMING_START')
  })
  it.each(['LOG ENTRY 5 written', 'IND PEAK 3', 'M1 GARAND 1 rifle', 'adapter is up', 'label it'])(
    'finds nothing in "%s"',
    line => expect(recogniser().recognise(record(line))).toBeNull(),
  )
  it('counts a record that breaks the notation', () => {
    expect(recogniser().recognise(record('M1 TASK_ROAM 1 101 nonsense=1'))).toBe('named')
  })
})
