import {describe, expect, it} from 'vitest'
import {read, timeOf} from '../read.js'

/**
 * `netsh trace convert dump=CSV|XML` shares its options with tracerpt, and no file of it is known (formats.md 3.2): it is
 * read as far as it names its columns and elements as tracerpt does.
 */
describe('netsh trace convert', () => {
  it('CSV: columns of tracerpt in another number and order are read by name', () => {
    const header = 'Event Name, Event ID, Type, Clock-Time, Processor Number, PID, TID, User Data'
    const row =
      'Microsoft-Windows-WLAN-AutoConfig, 20007, Info, 131816497346580000, 2, 0x0F24, 0x1020, {a}, "Card", "Roaming ", "Reset "'
    const {records, input, problems} = read(`${header}\r\n${row}\r\n`)
    expect(problems).toEqual([])
    expect(input.format).toBe('tracerpt-csv')
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      eventId: 20_007,
      cpu: 2,
      pid: 0xf24,
      tid: 0x1020,
      fields: {InterfaceGuid: '{a}', InterfaceDescription: 'Card', CurrState: 'Roaming', NewState: 'Reset'},
    })
    expect(timeOf(records[0])).toBe('2018-09-17T09:22:14.658000')
  })

  it('CSV: other columns are no trace that is known, and not guessed at', () => {
    expect(read('Provider,Id,When\nMicrosoft-Windows-WLAN-AutoConfig,20007,1\n').input.format).toBe('text')
  })

  it('XML: events are read whichever of the two tools wrote them', () => {
    const event =
      '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WLAN-AutoConfig"/><EventID>20007</EventID><TimeCreated SystemTime="2018-09-17T03:22:14.658Z"/><Execution ProcessID="1" ThreadID="2" ProcessorID="3"/></System><EventData><Data Name="NewState">Reset </Data></EventData></Event>'
    const {records, input} = read(`<Events>${event}</Events>`)
    expect(input.format).toBe('tracerpt-xml')
    expect(records[0]).toMatchObject({eventId: 20_007, cpu: 3, fields: {NewState: 'Reset'}})
  })
})
