import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readMofMessage} from '../../../src/parsers/wpp/fields.js'
import {readTraceLogging} from '../../../src/parsers/wpp/tracelogging.js'

describe('readTraceLogging', () => {
  it('reads payload and meta', () => {
    const message = readTraceLogging(
      '{"lpCmdLine":"","nCmdShow":10,"meta":{"provider":"Atum-Hw3d","event":"WinMain","level":4}}',
    )
    expect({...message?.fields}).toEqual({
      lpCmdLine: '',
      nCmdShow: '10',
      'meta.provider': 'Atum-Hw3d',
      'meta.event': 'WinMain',
      'meta.level': '4',
    })
    expect(message).toMatchObject({eventId: null, activityId: null})
  })

  it('keeps the digits of 64-bit numbers and nested values as printed', () => {
    const message = readTraceLogging(
      '{"TransactionId":18446744073709551615, "list":[1,{"a":"]}"}],"s":"a\\"b\\n{","t":true,"meta":{"id":7}}',
    )
    expect({...message?.fields}).toEqual({
      TransactionId: '18446744073709551615',
      list: '[1,{"a":"]}"}]',
      s: 'a"b\n{',
      t: 'true',
      'meta.id': '7',
    })
    expect(message?.eventId).toBe(7)
  })

  it('takes the activity, but not the empty one', () => {
    const of = (guid: string) => readTraceLogging(`{"meta":{"activity":"${guid}"}}`)?.activityId
    expect(of('21ba7b61-05f8-41f1-9048-c09493dcfe38')).toBe('21ba7b61-05f8-41f1-9048-c09493dcfe38')
    expect(of('00000000-0000-0000-0000-000000000000')).toBeNull()
  })

  it('is not fooled by names', () => {
    const message = readTraceLogging('{"__proto__":"x","constructor":1,"toString":"y","meta":{"__proto__":{"z":1}}}')
    expect(Object.getPrototypeOf(message?.fields)).toBeNull()
    expect(Object.entries(message?.fields ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', '1'],
      ['toString', 'y'],
      ['meta.__proto__', '{"z":1}'],
    ])
    expect(({} as {z?: number}).z).toBeUndefined()
  })

  it.each([
    '',
    '{}',
    '{"a":1}',
    '{"meta":1}',
    '{"a":1,"meta":{}',
    '{"a":,"meta":{"b":1}}',
    '{"a" 1,"meta":{"b":1}}',
    '{"a":1 "meta":{"b":1}}',
    '{"a":"x,"meta":{"b":1}}',
    '{a:1,"meta":{"b":1}}',
    '{"a":1,"meta":{"b":1}}}',
    `{"a":${'['.repeat(5000)}}`,
    '{"a":1,}',
  ])('%j is none', message => {
    expect(readTraceLogging(message)).toBeNull()
  })

  it('agrees with JSON.parse', () => {
    const value = fc.oneof(fc.string({unit: 'binary'}), fc.integer().map(String))
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({minLength: 1}).filter(name => name !== 'meta'),
          value,
        ),
        payload => {
          const json = JSON.stringify({...payload, meta: {event: 'e'}})
          expect(Object.entries(readTraceLogging(json)?.fields ?? {}).sort()).toEqual(
            [...Object.entries({...payload}), ['meta.event', 'e']].sort(),
          )
        },
      ),
    )
  })
})

describe('readMofMessage', () => {
  it('reads members, empty ones and the last one too', () => {
    expect({...readMofMessage('Event: Header, EventsLost: 3, TimeZoneInformation: , File: C:\\a, b: c.etl')}).toEqual({
      Event: 'Header',
      EventsLost: '3',
      TimeZoneInformation: '',
      File: 'C:\\a',
      b: 'c.etl',
    })
    expect({...readMofMessage('Event: X')}).toEqual({Event: 'X'})
    expect(readMofMessage('Header')).toBeNull()
    expect(Object.entries(readMofMessage('Event: X, __proto__: y') ?? {})).toContainEqual(['__proto__', 'y'])
  })
})
