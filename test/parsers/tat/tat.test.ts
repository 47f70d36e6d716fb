import {describe, expect, it} from 'vitest'
import {tat} from '../../../src/parsers/tat/tat.js'
import {corpusFile, hasCorpus, read} from '../read.js'

const file =
  '<?xml version="1.0"?>\r\n<!-- mine -->\r\n<TextAnalysisTool.NET version="2018-01-03">\r\n<filters/></TextAnalysisTool.NET>'

describe('a file of filters as an input', () => {
  it('is named as what it is, with advice', () => {
    const {input, records, problems} = read(file)
    expect(input).toMatchObject({format: 'tat', records: 0})
    expect(records).toEqual([])
    expect(problems).toEqual([{line: 0, offset: 0, message: expect.stringContaining('roamscope events --tat FILE')}])
  })

  it.each([
    ['text about it', 'Use <TextAnalysisTool.NET> for it.'],
    ['other XML', '<Events><TextAnalysisTool.NET/></Events>'],
    ['a longer name', '<TextAnalysisTool.NETWORK>'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(tat.sniff(text)).toBe(0)
  })

  it('is known by any beginning that names it, however hostile the rest', () => {
    for (let end = file.indexOf('version="2018-'); end < file.length; end++)
      expect(tat.sniff(file.slice(0, end))).toBe(1)
    expect(tat.sniff(`${'<!-- '.repeat(20_000)}<TextAnalysisTool.NET>`)).toBe(0)
  })

  it.skipIf(!hasCorpus).each(['wifi', 'mb-basic-connectivity-tat', 'mb-pin-filter'])('knows %s.tat', name => {
    expect(read(corpusFile(`tat/${name}.tat`)).input.format).toBe('tat')
  })
})
