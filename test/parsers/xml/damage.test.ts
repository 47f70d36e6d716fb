import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {eventXml} from '../../../src/parsers/xml/event-xml.js'
import {betweenCharacters, readAll} from '../etw/read-all.js'
import {data, logged, NS, traced} from './event-texts.js'

const messages = (text: string) => readAll(eventXml, text).records.map(record => record.message)

describe('damage', () => {
  const good = (text: string) => logged(data(['m', text]))

  it.each([
    ['a tag without end', logged('<EventData><Data>x</EventData>')],
    ['an end tag of another element', logged('<EventData><Data>x</Date></EventData>')],
    ['no end tag', logged('<EventData/>').slice(0, -8)],
    ['an attribute without quotes', logged('<EventData><Data Name=x>1</Data></EventData>')],
    ['CDATA that never ends', logged('<EventData><Data><![CDATA[x</Data></EventData>')],
    ['a comment that never ends', logged('<!-- x')],
    ['no start tag', logged('').slice(60)],
    ['no system part', `<Event xmlns='${NS}'><EventData/></Event>`],
    ['an empty element', `<Event xmlns='${NS}'/>`],
  ])('costs the event alone: %s', (_, broken) => {
    const first = good('first')
    const {records, problems} = readAll(eventXml, `${first}\n${broken}\n${good('caf\u00e9')}\n${good('last')}\n`)
    expect(records.map(record => [record.message, record.line])).toEqual([
      ['first', 1],
      ['caf\u00e9', 3],
      ['last', 4],
    ])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({line: 2})
    expect(records[2]?.offset).toBe(Buffer.byteLength(`${first}\n${broken}\n${good('caf\u00e9')}\n`))
  })

  it('forgives what no XML may hold', () => {
    expect(messages(good('a\u0001b'))).toEqual(['a\ufffdb'])
    expect(messages(good('a\ud800b'))).toEqual(['a\ufffdb'])
    expect(messages(good('a&#1;b&#xD800;c&#x41;'))).toEqual(['a\ufffdb\ufffdcA'])
    expect(messages(good('<![CDATA[R&D &#1;]]>'))).toEqual(['R&D &#1;'])
    expect(messages(good('R&D &unknown; &amp;amp;'))).toEqual(['R&D &unknown; &amp;'])
  })

  it('does not look for events inside CDATA and comments', () => {
    const inner = good('inner')
    expect(messages(good(`<![CDATA[${inner}]]>`))).toEqual([inner])
    expect(messages(`<!-- ${inner} -->${good('outer')}<!-- ${inner} -->`)).toEqual(['outer'])
    expect(messages(logged(`<!-- </Event> -->${data(['m', 'x'])}`))).toEqual(['x'])
  })

  it('leaves an element inside the payload alone that is called Event', () => {
    const user = '<UserData><Wrap xmlns="http://x"><Event><Name>n</Name></Event><Event/></Wrap></UserData>'
    const {records, problems} = readAll(eventXml, `${logged(user)}${good('next')}`)
    expect(problems).toEqual([])
    expect(records.map(record => record.message)).toEqual(['n', 'next'])
  })

  it('cuts an event that is too long, and reads the ones after it', () => {
    const long = logged(`${data(['first', 'x'], ['long', 'y'.repeat(3_000_000)])}`)
    const {records, problems} = readAll(eventXml, `${good('a')}\n${long}\n${good('b')}\n`)
    expect(records.map(record => record.message)).toEqual(['a', 'x', 'b'])
    expect(records[2]).toMatchObject({line: 3, offset: Buffer.byteLength(`${good('a')}\n${long}\n`)})
    expect(problems).toEqual([{line: 2, offset: good('a').length + 1, message: expect.stringContaining('longer than')}])
  })

  it('goes on after a comment between events that never ends', () => {
    const fill = `${'z'.repeat(999)}\n`.repeat(2200)
    const {records, problems} = readAll(eventXml, `${good('a')}<!-- ${fill}${good('b')}`)
    expect(records.map(record => record.message)).toEqual(['a', 'b'])
    expect(problems).toEqual([expect.objectContaining({message: expect.stringContaining('comment')})])
  })

  it('keeps the events before a cut, wherever it is', () => {
    const first = good('first')
    const text = `${first}\n${logged(`${data(['m', 'second'])}<RenderingInfo Culture="en-US"><Message>second</Message></RenderingInfo>`)}`
    const whole = readAll(eventXml, text).records
    expect(whole).toHaveLength(2)
    for (let end = first.length; end < text.length; end++) {
      const {records, problems} = readAll(eventXml, text.slice(0, end))
      expect(records[0]).toEqual(whole[0])
      if (end <= first.length + 1 + '<Event'.length) expect(problems).toEqual([])
      else expect(problems).toHaveLength(1)
      const complete = text.slice(0, end).lastIndexOf('</EventData>') > first.length
      expect(records).toHaveLength(complete ? 2 : 1)
      if (complete) expect(records[1]?.fields).toEqual(whole[1]?.fields)
    }
  })

  it('does not depend on how the text was cut into pieces', () => {
    const text = [
      `<?xml version="1.0"?>\r\n<Events>\r\n  ${good('caf\u00e9 \u{1f4f6}')}${good('<![CDATA[</Event>]]>')}`,
      logged('<EventData><Data>x').slice(0, -8),
      `<!-- <Event -->${traced(data(['a', 'b']))}`,
      `- <Event xmlns="${NS}">\n- <System>\n  <EventID>1</EventID> \n  </System>\n  </Event>`,
      '</Event>',
      `${good('last')}</Events>`,
    ].join('\r\n')
    const whole = readAll(eventXml, text)
    expect(whole.records).toHaveLength(5)
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), {maxLength: 12}), cuts => {
        expect(readAll(eventXml, text, {}, betweenCharacters(text, cuts))).toEqual(whole)
      }),
    )
    expect(
      readAll(
        eventXml,
        text,
        {},
        betweenCharacters(
          text,
          [...text].map((_, i) => i),
        ),
      ),
    ).toEqual(whole)
  })

  it('does not depend on pieces where an event is too long either', () => {
    const long = logged(
      data(['first', 'x'], ['long', `${'y'.repeat(1_048_000)}${good('inner')}${'y'.repeat(1_048_000)}`]),
    )
    const text = `${good('a')}\n${long}\n${good('b')}\n`
    const whole = readAll(eventXml, text)
    for (const size of [65_536, 262_144, 1_048_576, 1_048_577]) {
      const cuts = Array.from({length: Math.floor(text.length / size)}, (_, i) => i * size)
      expect(readAll(eventXml, text, {}, cuts)).toEqual(whole)
    }
  })

  it('gives back what a writer wrote', () => {
    const word = fc
      .string({unit: 'grapheme'})
      .map(text => text.replace(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').trim())
    const escaped = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll("'", '&apos;')
        .replaceAll('"', '&quot;')
    const event = fc.record({
      id: fc.nat(65_535),
      values: fc.array(word),
      rendered: word,
      quote: fc.constantFrom('"', "'"),
      cdata: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(event), fc.constantFrom('', '\n', '\r\n'), (events, eol) => {
        const lines = events.map(({id, values, rendered, quote, cdata}) => {
          const cells = values.map(
            (value, i) =>
              `<Data Name=${quote}n${i}${quote}>${cdata && !value.includes(']]>') ? `<![CDATA[${value}]]>` : escaped(value)}</Data>`,
          )
          return logged(
            `<EventData>${cells.join('')}</EventData><RenderingInfo><Message>${escaped(rendered)}</Message></RenderingInfo>`,
            id,
          )
        })
        const {records, problems} = readAll(
          eventXml,
          `<Events>${eol}${lines.map(line => line + eol).join('')}</Events>`,
        )
        expect(problems).toEqual([])
        expect(
          records.map(({eventId, fields}) => ({
            eventId,
            values: Object.entries(fields ?? {})
              .filter(([name]) => /^n\d/.test(name))
              .map(([, value]) => value),
          })),
        ).toEqual(events.map(({id, values}) => ({eventId: id, values})))
        records.forEach((record, i) => {
          if (events[i]?.rendered !== '') expect(record.message).toBe(events[i]?.rendered)
        })
      }),
    )
  })
})
