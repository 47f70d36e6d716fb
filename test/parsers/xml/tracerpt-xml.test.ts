import {describe, expect, it} from 'vitest'
import {eventXml, tracerptXml} from '../../../src/parsers/xml/event-xml.js'
import {at, readAll} from '../etw/read-all.js'
import {data, logged, NS, trace, traced} from './event-texts.js'

describe('tracerpt XML', () => {
  it('reads an event', () => {
    const text = trace(traced(data(['CurrState', 'Associating '], ['Size', '   65536'])))
    const {records, problems} = readAll(tracerptXml, text)
    expect(problems).toEqual([])
    expect(records).toEqual([
      {
        line: 2,
        offset: 10,
        text: `<Event xmlns="${NS}">`,
        atUs: at('2019-01-09T22:59:31.123456Z'),
        ns: 700,
        cpu: 2,
        pid: null,
        tid: 4128,
        provider: 'wlan',
        providerGuid: '9580d7dd-0379-4658-9870-d5be7d52d6de',
        eventId: 7,
        activityId: null,
        message: 'CurrState: Associating, Size: 65536',
        fields: {CurrState: 'Associating', Size: '65536'},
        undecoded: null,
      },
    ])
  })

  it('gives the words of a driver as they were, and all other members by name', () => {
    const [record] = readAll(
      tracerptXml,
      trace(traced(data(['Message', 'OID_WDI_TASK_ROAM M1 '], ['Line', '12']))),
    ).records
    expect(record?.message).toBe('OID_WDI_TASK_ROAM M1, Line: 12')
    const debug =
      '<DebugData><Component>wdiwifi</Component><FileLine>a.c_1</FileLine><Message>OID_WDI_TASK_ROAM M1</Message></DebugData>'
    expect(readAll(tracerptXml, trace(traced(debug))).records[0]).toMatchObject({
      provider: 'wdiwifi',
      message: 'OID_WDI_TASK_ROAM M1',
      fields: {FileLine: 'a.c_1'},
    })
  })

  it('keeps the bytes of what tracerpt could not read', () => {
    const failed =
      '<ProcessingErrorData><ErrorCode>15005</ErrorCode><DataItemName></DataItemName><EventPayload>0A0B</EventPayload></ProcessingErrorData>'
    expect(readAll(tracerptXml, trace(traced(failed))).records[0]).toMatchObject({
      undecoded: 'processing-error',
      message: 'Processing error 15005',
      fields: {ErrorCode: '15005', EventPayload: '0A0B'},
    })
    expect(readAll(tracerptXml, trace(traced('<BinaryEventData>0A0B</BinaryEventData>'))).records[0]).toMatchObject({
      undecoded: 'no-schema',
      message: '',
      fields: {BinaryEventData: '0A0B'},
    })
  })

  it('reads the trace header into the notes, and tells lost events', () => {
    const header = traced(
      data(
        ['BufferSize', '65536'],
        ['EndTime', '133127436073402000'],
        ['EventsLost', '3'],
        ['StartTime', '133127435730482450'],
        ['BuffersLost', '2'],
      ),
      {
        name: '',
        more: '<ExtendedTracingInfo xmlns="http://schemas.microsoft.com/win/2004/08/events/trace"><EventGuid>{68fdd900-4a3e-11d1-84f4-0000f80464e3}</EventGuid></ExtendedTracingInfo>',
      },
    )
    const lost = traced('', {
      name: '',
      opcode: 33,
      more: '<RenderingInfo Culture="en-US"><EventName xmlns="http://schemas.microsoft.com/win/2004/08/events/trace">RT_LostEvent</EventName></RenderingInfo>',
    })
    const {records, notes} = readAll(tracerptXml, trace(header, lost))
    expect(notes).toEqual({
      lostEvents: 3,
      lostBuffers: 2,
      zone: 'utc',
      granularityUs: 1,
      headerStartUs: at('2022-11-12T16:19:33.048245Z'),
      headerEndUs: at('2022-11-12T16:20:07.3402Z'),
    })
    expect(records.map(({provider, eventId}) => [provider, eventId])).toEqual([
      [null, 7],
      ['RT_LostEvent', 33],
    ])
  })

  it('tells which tool wrote the records of joined files', () => {
    expect(readAll(tracerptXml, trace(traced('')) + logged('')).formats).toEqual(['event-xml'])
    expect(readAll(eventXml, logged('') + trace(traced('')) + logged('')).formats).toEqual([
      'tracerpt-xml',
      'event-xml',
    ])
  })
})
