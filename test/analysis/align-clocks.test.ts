import {describe, expect, it} from 'vitest'
import {analyzeTexts} from '../golden/run.js'

const GUID = '{8a6f0c1e-6d3b-4c52-9d7e-2f1f4a0b9c3d}'
const IDS = [8000, 11000, 11001, 11010, 11005, 8001]

/** An event log in UTC, 100 ns. */
const xml = (ids: readonly number[], hour: number) =>
  `<Events>${ids
    .map(
      (id, i) => `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>
<Provider Name='Microsoft-Windows-WLAN-AutoConfig' Guid='{9580d7dd-0379-4658-9870-d5be7d52d6de}'/><EventID>${id}</EventID>
<TimeCreated SystemTime='2026-03-02T${String(hour).padStart(2, '0')}:00:0${i}.2500000Z'/><EventRecordID>${i}</EventRecordID>
<Channel>Microsoft-Windows-WLAN-AutoConfig/Operational</Channel><Computer>PC</Computer></System>
<EventData><Data Name='InterfaceGuid'>${GUID}</Data><Data Name='SSID'>corp</Data></EventData></Event>`,
    )
    .join('\n')}</Events>`

const TEXTS: Readonly<Record<number, string>> = {
  8000: 'WLAN AutoConfig service started a connection to a wireless network.',
  8001: 'WLAN AutoConfig service has successfully connected to a wireless network.',
  11000: 'Wireless network association started.',
  11001: 'Wireless network association succeeded.',
  11005: 'Wireless security succeeded.',
  11010: 'Wireless security started.',
}

/** The same log as a listing in local time, to the millisecond. */
const listing = (ids: readonly number[], hour: number) =>
  ids
    .map((id, i) => {
      const time = `03/02/2026-${String(hour).padStart(2, '0')}:00:0${i}.250`
      return `[0]0004.0008::${time} [Microsoft-Windows-WLAN-AutoConfig]${TEXTS[id]}\n\tInterface GUID: ${GUID}\n\t${id < 9000 ? 'SSID' : 'Network SSID'}: corp\n`
    })
    .join('')

const told = async (...texts: string[]) => {
  const {sessions, capture} = await analyzeTexts(texts)
  const hours = (us: number) => new Date(us / 1000).getUTCHours()
  return {zone: capture.zone, sessions: sessions.map(({kind, startUs}) => `${kind} ${hours(startUs)}`)}
}

describe('files of local time and of UTC', () => {
  it('share a clock where happenings are in both', async () => {
    expect(await told(xml(IDS, 12), listing(IDS, 9))).toMatchObject({zone: 'utc'})
  })
  it('tell a connect once', async () => {
    const {sessions} = await told(xml(IDS, 12), listing(IDS, 9))
    expect(sessions).toEqual(['connect 12'])
  })
  it('keep their times where two events in common prove nothing', async () => {
    expect(await told(xml(IDS.slice(0, 2), 12), listing(IDS.slice(0, 2), 9))).toEqual({
      zone: 'local',
      sessions: ['connect 9', 'connect 12'],
    })
  })
  it('keep their times where clocks differ by something that no zone has', async () => {
    const odd = listing(IDS, 9).replaceAll(':00:0', ':07:0')
    expect(await told(xml(IDS, 12), odd)).toMatchObject({zone: 'local'})
  })
})
