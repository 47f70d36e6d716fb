import {describe, expect, it} from 'vitest'
import {xmlParsers} from '../../../src/parsers/xml/index.js'
import {logged, NS, trace, traced} from './event-texts.js'

const sniff = (head: string) => xmlParsers.map(parser => [parser.id, parser.sniff(head)])

describe('telling event XML from other XML', () => {
  it('knows the event log and tracerpt', () => {
    expect(sniff(logged(''))).toEqual([
      ['tracerpt-xml', 0],
      ['event-xml', 1],
    ])
    expect(sniff(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${logged('')}</Events>`)).toEqual([
      ['tracerpt-xml', 0],
      ['event-xml', 1],
    ])
    expect(sniff(`- <Event xmlns="${NS}">\n- <System>\n`)).toEqual([
      ['tracerpt-xml', 0],
      ['event-xml', 1],
    ])
    expect(sniff(trace(traced('')))).toEqual([
      ['tracerpt-xml', 1],
      ['event-xml', 0],
    ])
    expect(sniff(`\ufeff<!-- a -->\n${trace(traced(''))}`)).toEqual([
      ['tracerpt-xml', 1],
      ['event-xml', 0],
    ])
    expect(sniff('<Events>\n<Event><System><EventID>1</EventID>')).toEqual([
      ['tracerpt-xml', 0],
      ['event-xml', 1],
    ])
    expect(sniff('<Events></Events>')).toEqual([
      ['tracerpt-xml', 0],
      ['event-xml', 0.5],
    ])
    for (const before of [
      'PS C:\\> wevtutil qe System\n',
      'Jan 2 16:13:49 host agent: ',
      `${'Log Name: System\n'.repeat(20)}Event Xml:\n`,
    ]) {
      expect(sniff(`${before}${logged('')}`)).toEqual([
        ['tracerpt-xml', 0],
        ['event-xml', 0.6],
      ])
    }
  })

  it.each([
    '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj><S>&lt;Event</S></Obj></Objs>',
    `<Objs Version="1.1.0.1"><S>x</S>${logged('')}</Objs>`,
    '<?xml version="1.0" encoding="utf-8"?><WlanReport><WlanEvents/></WlanReport>',
    '<TextAnalysisTool.NET version="2018-01-03"><filters/></TextAnalysisTool.NET>',
    '<Events>\n <Event EventName="Provider/Task/Opcode" TimeMsec="12.345" ProcessName="x (123)"/>\n</Events>',
    '<Event MSec=     "12.3456" PID="1" EventName="a" ProviderName="b"/>',
    '<html><body>Event</body></html>',
    `const record = '${logged('')}'\n`,
    `  return \`${logged('')}\`\n`,
    `${'A page of words.\n'.repeat(30)}${logged('')}`,
    'Level,Date and Time,Source,Event ID,Task Category',
    '',
  ])('leaves others alone: %s', head => {
    expect(sniff(head)).toEqual([
      ['tracerpt-xml', 0],
      ['event-xml', 0],
    ])
  })
})
