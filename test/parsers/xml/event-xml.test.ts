import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {eventXml} from '../../../src/parsers/xml/event-xml.js'
import {at, readAll, shared} from '../etw/read-all.js'
import {data, logged, NS} from './event-texts.js'

describe('event log XML', () => {
  it('reads an event', () => {
    const line = logged(
      "<EventData><Data Name='InterfaceGuid'>{a7d8885d-10c1-43d4-9e1e-0a7b2678f020}</Data><Data Name='Reason'>it&apos;s &lt;over&gt; &amp; out</Data><Data Name='ReasonCode'>5</Data></EventData>",
    )
    const {records, problems, notes, formats} = readAll(eventXml, `${line}\r\n${line}\r\n`)
    expect(problems).toEqual([])
    expect(formats).toEqual([])
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1})
    expect(records).toHaveLength(2)
    expect(records[0]).toEqual({
      line: 1,
      offset: 0,
      text: line,
      atUs: at('2023-06-16T03:05:19.947949Z'),
      ns: 500,
      cpu: null,
      pid: 4276,
      tid: 5544,
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      providerGuid: '9580d7dd-0379-4658-9870-d5be7d52d6de',
      eventId: 8003,
      activityId: 'b7591bbc-aef3-38b6-8789-62a28792f0d7',
      message: "InterfaceGuid: {a7d8885d-10c1-43d4-9e1e-0a7b2678f020}, Reason: it's <over> & out, ReasonCode: 5",
      fields: {
        InterfaceGuid: '{a7d8885d-10c1-43d4-9e1e-0a7b2678f020}',
        Reason: "it's <over> & out",
        ReasonCode: '5',
        EventRecordID: '1321',
        LogName: 'Microsoft-Windows-WLAN-AutoConfig/Operational',
        Level: '4',
      },
      undecoded: null,
    })
    expect(records[1]).toMatchObject({line: 2, offset: line.length + 2})
  })

  it('takes the rendered message, and the bytes of classic sources', () => {
    const classic =
      "<EventData><Data>\\Device\\NDMP1</Data><Data>x</Data><Binary>00000000020030000000</Binary></EventData><RenderingInfo Culture='en-US'><Message>mtkwlex : Has determined&#13;&#10;that it failed. </Message><Level>Error</Level></RenderingInfo>"
    const text = `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${logged(classic, 5002)}${logged('', 10317)}</Events>`
    const {records, problems} = readAll(eventXml, text)
    expect(problems).toEqual([])
    expect(records[0]).toMatchObject({
      line: 2,
      offset: text.indexOf('<Event '),
      text: logged(classic, 5002),
      eventId: 5002,
      message: 'mtkwlex : Has determined\nthat it failed.',
      fields: {Data1: '\\Device\\NDMP1', Data2: 'x', Binary: '00000000020030000000'},
    })
    expect(records[1]).toMatchObject({line: 2, offset: text.lastIndexOf('<Event '), message: '', eventId: 10317})
  })

  it('reads a copy of the tree view', () => {
    const text = [
      `- <Event xmlns="${NS}">`,
      '- <System>',
      '  <Provider Name="mtkwlex" /> ',
      '  <EventID Qualifiers="49156">5002</EventID> ',
      '  <TimeCreated SystemTime="2023-06-16T03:05:19.9479495Z" /> ',
      '  </System>',
      '- <EventData>',
      '  <Data>- kept</Data> ',
      '  </EventData>',
      '  </Event>',
    ].join('\r\n')
    const {records, problems} = readAll(eventXml, text)
    expect(problems).toEqual([])
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      line: 1,
      offset: 0,
      eventId: 5002,
      message: '- kept',
      text: `- <Event xmlns="${NS}">`,
    })
  })

  it('reads members that providers name themselves', () => {
    const user =
      "<UserData><Started xmlns='http://x' xmlns:a='http://y'><Info ProcessName='a.exe' Seq='2'/><a:Status>0x0</a:Status><Empty/></Started></UserData>"
    expect(readAll(eventXml, logged(user)).records[0]?.fields).toMatchObject({
      ProcessName: 'a.exe',
      Seq: '2',
      Status: '0x0',
      Empty: '',
    })
    expect(readAll(eventXml, logged('<UserData><Stopped xmlns="http://x"/></UserData>')).records[0]?.message).toBe('')
  })

  it('keeps names that come twice, and names meant to harm', () => {
    const text = logged(
      data(['a', '1'], ['a', '2'], ['a', '3'], ['__proto__', 'x'], ['constructor', 'y'], ['EventRecordID', 'z']),
    )
    const fields = readAll(eventXml, text).records[0]?.fields
    expect(Object.entries(fields ?? {}).slice(0, 6)).toEqual([
      ['a', '1'],
      ['a#2', '2'],
      ['a#3', '3'],
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['EventRecordID', 'z'],
    ])
    expect(fields?.['EventRecordID#2']).toBe('1321')
    expect(({} as {x?: string}).x).toBeUndefined()
  })

  it('reads times with seven and nine digits and with an offset', () => {
    const times = [
      '2023-06-16T03:05:19.9479495Z',
      '2023-06-16T03:05:19.947949501Z',
      '2023-06-16T05:04:19.9479495+01:59',
      '2023-06-16T03:05:19Z',
    ]
    const {records} = readAll(eventXml, times.map(time => logged('', 1, time)).join('\n'))
    expect(records.map(({atUs, ns}) => [atUs, ns])).toEqual([
      [at('2023-06-16T03:05:19.947949Z'), 500],
      [at('2023-06-16T03:05:19.947949Z'), 501],
      [at('2023-06-16T03:05:19.947949Z'), 500],
      [at('2023-06-16T03:05:19Z'), 0],
    ])
  })

  it('leaves an event undated whose time it cannot read, and says why once', () => {
    const raw = logged('').replace(/SystemTime='[^']*'/, "RawTime='8213412341234'")
    const {records, problems} = readAll(eventXml, `${raw}\n${raw}\n`)
    expect(records.map(record => record.atUs)).toEqual([null, null])
    expect(problems).toEqual([{line: 1, offset: 0, message: expect.stringContaining('-rts')}])
  })
})

const copied = new URL('corpus/real/eventlog/evtx-8003-wlan-disconnect.treeview.xml.txt', shared)
const rendered = new URL('corpus/real/evtx/', shared)

describe.skipIf(!existsSync(copied))('real files (need ../shared)', () => {
  it('reads the disconnect that somebody copied from Event Viewer', () => {
    const text = readFileSync(copied, 'utf8')
    expect(eventXml.sniff(text)).toBe(1)
    const {records, problems} = readAll(eventXml, text)
    expect(problems).toEqual([])
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      line: 1,
      offset: 0,
      atUs: at('2023-06-16T03:05:19.947949Z'),
      ns: 500,
      pid: 4276,
      tid: 5544,
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      eventId: 8003,
    })
    expect(Object.keys(records[0]?.fields ?? {})).toEqual([
      ...['InterfaceGuid', 'InterfaceDescription', 'ConnectionMode', 'ProfileName', 'SSID', 'BSSType', 'Reason'],
      ...['ConnectionId', 'ReasonCode', 'EventRecordID', 'LogName', 'Level'],
    ])
    expect(records[0]?.fields).toMatchObject({ReasonCode: '5', ConnectionId: '0x1', EventRecordID: '1321'})
  })

  it('reads records that another tool rendered from event logs', () => {
    const names = readdirSync(rendered).filter(name => name.endsWith('.xml'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const text = readFileSync(new URL(name, rendered), 'utf8')
      expect(eventXml.sniff(text), name).toBe(1)
      const {records, problems} = readAll(eventXml, text)
      expect(problems, name).toEqual([])
      expect(
        records.map(record => record.line),
        name,
      ).toEqual(text.split('\n').flatMap((line, i) => (line.startsWith('<Event ') ? [i + 1] : [])))
      expect(records, name).toHaveLength(3)
      expect(
        records.every(record => record.atUs !== null && record.eventId !== null && record.provider !== null),
        name,
      ).toBe(true)
    }
  })
})
