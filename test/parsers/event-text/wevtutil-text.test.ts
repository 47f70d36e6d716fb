import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {read, timeOf} from '../read.js'

const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'

interface Block {
  readonly id?: number
  readonly date?: string
  readonly description?: string
  readonly start?: string
}

const block = ({
  id = 8002,
  date = '2019-01-09T14:59:31.123',
  description = 'failed.',
  start = 'Event[0]:',
}: Block = {}) =>
  [
    start,
    `  Log Name: ${WLAN}/Operational`,
    `  Source: ${WLAN}`,
    `  Date: ${date}`,
    `  Event ID: ${id}`,
    '  Task: AcmConnection',
    '  Level: Error',
    '  Opcode: Failure',
    '  Keyword: N/A',
    '  User: S-1-5-18',
    '  User Name: NT AUTHORITY\\SYSTEM',
    '  Computer: HOST',
    '  Description: ',
    description,
    '',
    '',
  ].join('\r\n')

describe('wevtutil text', () => {
  it('reads events', () => {
    const first = block({description: 'WLAN failed.\r\n\r\nSSID: Event[1] x\r\n  Label: y'})
    const {records, input, problems, notes} = read(`${first}${block({id: 8001, start: 'Event[1]'})}`)
    expect(problems).toEqual([])
    expect(input.format).toBe('wevtutil-text')
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1000})
    expect(records).toHaveLength(2)
    expect(records[0]).toMatchObject({
      line: 1,
      offset: 0,
      text: 'Event[0]:',
      provider: WLAN,
      eventId: 8002,
      message: 'WLAN failed.\n\nSSID: Event[1] x\n  Label: y',
    })
    expect({...records[0]?.fields}).toEqual({
      LogName: `${WLAN}/Operational`,
      Level: 'Error',
      Task: 'AcmConnection',
      Opcode: 'Failure',
    })
    expect(timeOf(records[0])).toBe('2019-01-09T14:59:31.123000')
    expect(records[1]).toMatchObject({line: 19, offset: Buffer.byteLength(first), eventId: 8001})
  })

  it.each([
    ['2019-01-09T14:59:31.123', '2019-01-09T14:59:31.123000', 'local'],
    ['2021-05-05T12:00:00.1234560Z', '2021-05-05T12:00:00.123456', 'utc'],
    ['soon', null, 'utc'],
  ])('reads the time %s', (date, want, zone) => {
    const {records, notes} = read(block({date}))
    expect(records.map(timeOf)).toEqual([want])
    expect(notes.zone).toBe(zone)
  })

  it('takes the zone of the user', () => {
    expect(read(block(), {tzMinutes: -480}).records.map(timeOf)).toEqual(['2019-01-09T22:59:31.123000'])
  })

  it('leaves nothing of N/A', () => {
    const [record] = read(block({description: 'N/A'}).replace('Error', 'N/A')).records
    expect(record?.message).toBe('')
    expect(record?.fields?.Level).toBeUndefined()
  })

  it('reads a description on the line of its label', () => {
    expect(read(block().replace('Description: \r\n', 'Description: ')).records[0]?.message).toBe('failed.')
  })

  it('loses the broken event only', () => {
    const broken = 'Event[3]:\r\n  Log Name: x\r\n  Level: y\r\n'
    const {records, problems} = read(`${block()}${broken}${block({id: 1})}`)
    expect(records.map(({eventId}) => eventId)).toEqual([8002, 1])
    expect(problems).toEqual([
      {line: 16, offset: block().length, message: expect.stringMatching(/^This event has neither source nor id/)},
    ])
  })

  it('cuts a description without end', () => {
    const {records, problems} = read(block({description: 'x'.repeat(1000).concat('\n').repeat(1100)}))
    expect(records[0]?.message.length).toBeLessThanOrEqual(1 << 20)
    expect(problems).toHaveLength(1)
  })

  it('keeps what came before any cut', () => {
    const text = `${block({description: 'Grüße'})}${block({id: 1})}`
    const bytes = Buffer.from(text)
    const whole = read(text).records
    for (let length = 30; length < bytes.length; length++) {
      const {records, problems} = read(bytes.subarray(0, length))
      const part = bytes.toString('utf8', 0, length)
      expect(records.map(({eventId}) => eventId)).toEqual([8002, 1].slice(0, part.split('Description:').length - 1))
      if (records.length === 2) expect(records[0]).toEqual(whole[0])
      const inside = part.lastIndexOf('Event[0]:\r\n') > part.lastIndexOf('Description:')
      if (inside)
        expect(problems.map(({message}) => message)).toContain('The file ends inside this event: it was left out.')
    }
  })

  it('reads back whatever is written', () => {
    const text = fc.string({unit: 'grapheme', maxLength: 40}).map(s => s.replace(/[\p{Cc}\p{Surrogate}]/gu, ' ').trim())
    const one = fc.record({
      id: fc.nat(65_535),
      lines: fc.array(text, {minLength: 1, maxLength: 5}),
      ms: fc.integer({min: 0, max: 2e12}),
    })
    fc.assert(
      fc.property(fc.array(one, {minLength: 1, maxLength: 6}), all => {
        const blocks = all.map(({id, lines, ms}) =>
          block({id, date: new Date(ms).toISOString(), description: lines.join('\r\n')}),
        )
        const {records} = read(Buffer.from(`\ufeff${blocks.join('')}`, 'utf16le'))
        expect(records.map(({eventId, message, atUs}) => [eventId, message, atUs])).toEqual(
          all.map(({id, lines, ms}) => {
            const message = lines.join('\n').trim()
            return [id, message === 'N/A' ? '' : message, ms * 1000]
          }),
        )
      }),
    )
  })

  it.each([
    ['with a colon', '\ufeffEvent[0]:\r\n  Log Name: System\r\n', 'wevtutil-text'],
    ['without', 'Event[0]\n  Log Name: System\n', 'wevtutil-text'],
    ['source code', 'Event[0] = 1\n  Log Name: x\n', 'text'],
    ['an array that is printed', 'Event[0]:\n  type: 3\n', 'text'],
  ])('is told by its first lines: %s', (_, text, id) => {
    expect(chooseParser(text).id).toBe(id)
  })
})
