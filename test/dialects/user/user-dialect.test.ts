import {describe, expect, it} from 'vitest'
import {recogniser} from '../../../src/dialects/index.js'
import {runDialectTests} from '../../../src/dialects/user/run-dialect-tests.js'
import {LINE_LIMIT, loadDialect} from '../../../src/dialects/user/user-dialect.js'
import {UserFileError} from '../../../src/user/files/user-file-error.js'
import {record, shown} from '../record.js'

const acme = `name: acme-wpp
match: {provider: "AcmeWlan*"}
rules:
  - line: '^\\[WDI\\] >> (?<message>\\w+) p(?<port>\\d+) t(?<transaction>\\d+)(?: (?<payload>[0-9a-f]+))?$'
    step: M1
  - line: '^\\[WDI\\] << (?<message>\\w+) t(?<transaction>\\d+) st=(?<status>0x[0-9a-f]+)$'
    step: M3
  - line: '^\\[WDI\\] !! (?<message>\\w+) p(?<port>\\d+) t(?<transaction>\\d+)$'
    step: IND
aliases: {roam_req: OID_WDI_TASK_ROAM, roam_done: NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE}
tests:
  - line: '[WDI] >> roam_req p1 t42'
    is: {message: OID_WDI_TASK_ROAM, step: M1, port: 1, transaction: 42}
`
const provider = 'AcmeWlanDriver'
const of = (source: string, line: string, more = {}) =>
  shown(
    loadDialect(source, 'acme.yaml')
      .start()
      .recognise(record(line, {provider, ...more})),
  )

/** A dialect of one rule. */
const rule = (line: string, more = '') => `name: x\nrules:\n  - line: ${JSON.stringify(line)}\n${more}`

describe('the dialect of the specification', () => {
  it.each([
    ['[WDI] >> roam_req p1 t42', {is: 'M1 TASK_ROAM', port: 1, txn: 42}],
    ['[WDI] >> ROAM-REQ p1 t42', null],
    ['[WDI] >> TASK_SCAN p1 t42', {is: 'M1 TASK_SCAN', port: 1, txn: 42}],
    ['[WDI] >> 0xE4400064 p1 t42', {is: 'M1 TASK_ROAM', port: 1, txn: 42}],
    [
      '[WDI] >> roam_req p1 t42 550004000a000000',
      {is: 'M1 TASK_ROAM', port: 1, txn: 42, payload: '550004000a000000', complete: true},
    ],
    ['[WDI] << roam_req t42 st=0xc0000001', {is: 'M3 TASK_ROAM', txn: 42, status: 0xc0000001}],
    ['[WDI] !! roam_done p1 t42', {is: 'IND ROAM_COMPLETE', port: 1, txn: 42}],
    ['[WDI] !! roam_req p1 t42', {is: 'IND ROAM_COMPLETE', port: 1, txn: 42}],
    ['[WDI] >> teleport p1 t42', 'named'],
    ['[WDI] -- roam_req p1 t42', null],
    [' [WDI] >> roam_req p1 t42', null],
  ])('%s', (line, expected) => expect(of(acme, line)).toEqual(expected))

  it('reads the first line of a record that goes on', () => {
    expect(of(acme, '[WDI] >> roam_req p1 t42\r\n  more')).toEqual({is: 'M1 TASK_ROAM', port: 1, txn: 42})
  })
  it('asks only the providers it matches', () => {
    expect(of(acme, '[WDI] >> roam_req p1 t42', {provider: 'Other'})).toBeNull()
    expect(of(acme, '[WDI] >> roam_req p1 t42', {provider: 'acmewlan'})).toMatchObject({is: 'M1 TASK_ROAM'})
    expect(of(acme, '[WDI] >> roam_req p1 t42', {provider: null})).toBeNull()
    const byGuid = acme.replace('provider: "AcmeWlan*"', 'guid: "0160D072-248f-11e2-be71-082e5f28d97c"')
    expect(of(byGuid, '[WDI] >> roam_req p1 t42')).toBeNull()
    const providerGuid = '{0160d072-248f-11e2-be71-082e5f28d97c}'
    expect(of(byGuid, '[WDI] >> roam_req p1 t42', {providerGuid})).toMatchObject({is: 'M1 TASK_ROAM'})
  })
  it('holds its own test, in YAML and in JSON', () => {
    expect(runDialectTests(loadDialect(acme, 'acme.yaml'))).toEqual([])
    const json = JSON.stringify(
      {name: 'j', rules: [{line: '^GO (?<port>\\d)$', step: 'M1', message: 'TASK_SCAN'}]},
      null,
      2,
    )
    expect(of(json, 'GO 3')).toEqual({is: 'M1 TASK_SCAN', port: 3})
  })
  it('comes before the built-in dialects', () => {
    const user = loadDialect(rule('OID_WDI_TASK_SCAN', '    message: TASK_ROAM\n    step: M3\n'), 'x.yaml')
    expect(shown(recogniser([user]).recognise(record('OID_WDI_TASK_SCAN')))).toEqual({is: 'M3 TASK_ROAM'})
    const counted = recogniser([user])
    counted.recognise(record('OID_WDI_TASK_SCAN'))
    counted.recognise(record('OID_WDI_TASK_ROAM'))
    expect([...counted.counts]).toEqual([
      ['x', 1],
      ['vocabulary', 1],
    ])
  })
})

describe('groups', () => {
  it('are the fields of the vocabulary in any spelling', () => {
    const line =
      '^(?<message>\\S+) (?<step>M\\d) (?<PortId>\\S+) (?<TxnId>\\S+) (?<NdisStatus>\\S+) (?<if_guid>\\S+) (?<peer>\\S+) (?<reason>\\S+) (?<candidates>.+)$'
    const guid = '47CB3AA5-E29C-4628-80BD-5023C53FCCCB'
    expect(
      of(
        rule(line),
        `TASK_ROAM M3 adapter 0x2A STATUS_SUCCESS ${guid} 020000000a01 4 02-00-00-00-0b-01,02:00:00:00:0c:01`,
      ),
    ).toEqual({
      is: 'M3 TASK_ROAM',
      port: 65535,
      txn: 42,
      status: 0,
      adapter: `{${guid.toLowerCase()}}`,
      fields: {bssid: ['02:00:00:00:0a:01'], reason: ['4'], candidates: ['02:00:00:00:0b:01', '02:00:00:00:0c:01']},
    })
  })
  it('may name a text field of any message', () => {
    expect(of(rule('go (?<message>\\w+) (?<RoamFlag>\\d)', '    step: M1\n'), 'go TASK_ROAM 1')).toEqual({
      is: 'M1 TASK_ROAM',
      fields: {roamflag: ['1']},
    })
  })
  it('leave a command without step unplaced, and need none for an indication', () => {
    expect(of(rule('^(?<message>\\w+)!$'), 'TASK_ROAM!')).toBe('named')
    expect(of(rule('^(?<message>\\w+)!$'), 'ROAMING_NEEDED!')).toEqual({is: 'IND ROAMING_NEEDED'})
    expect(of(rule('^(?<message>\\w+)!$', '    step: M4\n'), 'TASK_ROAM!')).toEqual({is: 'IND ROAM_COMPLETE'})
  })
  it('split bytes into header and TLVs', () => {
    const line = '^(?<message>\\w+) (?<payload>[0-9a-f ]+)$'
    expect(
      of(rule(line), 'ROAM_COMPLETE 01000000 01000 0c0 2a000000 00000000'.replace('01000 0c0', '010000c0')),
    ).toEqual({
      is: 'IND ROAM_COMPLETE',
      port: 1,
      txn: 42,
      status: 0xc0000001,
      payload: '',
      complete: true,
    })
  })
})

describe('a dialect that cannot be used', () => {
  it.each([
    ['name: x\nrules: [', 2, /valid YAML/],
    ['name: x\nrules:\n  - line: a\n  - lines: b\n', 4, /needs "line"/],
    ['name: x\nrules:\n  - line: (?<message>a)\n    stp: M1\n', 4, /"stp" is no key of rules\[0\]/],
    ['name: x\nrule: []\n', 1, /needs "rules"/],
    ['name: x\nrules: []\n', 2, /fewer than 1 items/],
    ['name: x y\nrules:\n  - line: (?<message>a)\n', 1, /name must match/],
    ['name: x\nrules:\n  - line: 5\n', 3, /line has to be text; put it in quotes/],
    ['name: x\nrules:\n  - line: (?<message>a)\n    step: M2\n', 4, /step is one of M1, M3, M4, IND/],
    ['name: x\nname: y\nrules: []\n', 2, /valid YAML.*unique/],
    ['', 1, /has to be object/],
    ['just text', 1, /has to be object/],
    ['name: x\naliases: {a: NO_SUCH}\nrules:\n  - line: (?<message>a)\n', 2, /NO_SUCH is no message/],
    ['name: x\nrules:\n  - line: abc\n', 3, /needs a group named message/],
    ['name: x\nrules:\n  - line: abc\n    message: NOPE\n', 4, /NOPE is no message/],
    ['name: x\nmatch: {guid: abc}\nrules:\n  - line: (?<message>a)\n', 2, /guid must match/],
    ['name: x\nmatch: {}\nrules:\n  - line: (?<message>a)\n', 2, /match must NOT have fewer/],
    ['name: x\ntests:\n  - line: a\nrules:\n  - line: (?<message>a)\n', 3, /needs "is"/],
  ])('%j', (source, line, sentence) => {
    try {
      loadDialect(source, 'acme.yaml')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(UserFileError)
      expect((error as UserFileError).sentence).toMatch(sentence)
      expect((error as UserFileError).line).toBe(line)
      expect((error as UserFileError).message).toMatch(/^acme\.yaml:\d+:\d+: /)
    }
  })

  it.each([
    ["'(?<message>a)(?=b)'", '(?=', /look-around/],
    ["'x(?<!a)(?<message>b)'", '(?<!', /look-around/],
    ["'(?<message>a)\\1'", '\\1', /back-references/],
    ["'(?<message>a)\\k<message>'", '\\k', /back-references/],
    ["'(?<message>[z-a])'", 'z-a', /character class/],
    ["'(?<message>a{5000})'", '{5000}', /repeat/],
    ["'(?<message>a'", '(?<message>a', /missing closing/],
    ["'(?<message>a) (?<transacton>b)'", '<transacton>', /"transacton" is no field/],
  ])('pattern %s, at the column of the mistake', (pattern, part, sentence) => {
    const source = `name: x\nrules:\n  - line: ${pattern}\n    step: M1\n`
    try {
      loadDialect(source, 'x.yaml')
      expect.unreachable()
    } catch (error) {
      const {line, column, sentence: said} = error as UserFileError
      expect(said).toMatch(sentence)
      expect({line, column}).toEqual({line: 3, column: (source.split('\n')[2] as string).indexOf(part) + 1})
    }
  })

  it('is one whose pattern is too large', () => {
    expect(() => loadDialect(rule('(?<message>[a-z]{900}[0-9]{900}x{900})'), 'x.yaml')).toThrow(/too large/)
  })
  it('is one that refers to itself without end', () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n`
    expect(() => loadDialect(bomb, 'x.yaml')).toThrow(UserFileError)
  })
  it('is not one with names of prototypes', () => {
    const source =
      'name: x\naliases: {__proto__: TASK_ROAM, constructor: TASK_SCAN}\nrules:\n  - line: (?<message>\\S+)\n    step: M1\n'
    expect(of(source, '__proto__')).toEqual({is: 'M1 TASK_ROAM'})
    expect(of(source, 'constructor')).toEqual({is: 'M1 TASK_SCAN'})
    expect(of(source, 'toString')).toBe('named')
  })
})

describe('time', () => {
  it('is linear: a pattern that would blow up elsewhere returns at once', () => {
    const dialect = loadDialect(rule('^(?<message>(a+)+)$', '    step: M1\n'), 'x.yaml')
    const run = dialect.start()
    expect(run.recognise(record(`${'a'.repeat(100_000)}!`))).toBe('named')
    expect(run.recognise(record(`${'a'.repeat(5_000)}!`))).toBeNull()
  }, 2000)
  it('is bounded by the length of a line', () => {
    const run = loadDialect(rule('(?<message>TASK_ROAM)', '    step: M1\n'), 'x.yaml').start()
    expect(run.recognise(record(`${' '.repeat(LINE_LIMIT)}TASK_ROAM`))).toBeNull()
    expect(run.recognise(record(`${' '.repeat(LINE_LIMIT - 9)}TASK_ROAM`))).not.toBeNull()
  })
  it('is counted by rule, whatever the machine', () => {
    const run = loadDialect(acme, 'acme.yaml').start()
    run.recognise(record('nothing of it', {provider}))
    expect(run.costs).toEqual([0, 0, 0])
    run.recognise(record('[WDI] << roam_req t42 st=0x0', {provider}))
    expect(run.costs[1]).toBeGreaterThan(0)
    expect(run.costs[2]).toBe(0)
  })
})

describe('tests that a dialect carries', () => {
  it('tell what came out instead', () => {
    const source = `${acme}  - line: '[WDI] >> roam_req p1 t42'
    is: {message: OID_WDI_TASK_SCAN}
  - {line: '[WDI] >> roam_req p1 t42', is: {port: 2}}
  - {line: '[WDI] >> roam_req p1 t42', is: {status: 0}}
  - {line: '[WDI] >> roam_req p1 t42', is: null}
  - {line: 'nothing', is: {port: 1}}
  - {line: 'nothing', is: null}
  - {line: '[WDI] >> teleport p1 t42', is: {port: 1}}
  - {line: '[WDI] !! roam_req p1 t0x2a', is: null}
  - {line: '[WDI] !! roam_req p1 t42', is: {step: M4, message: ROAM_COMPLETE, TransactionId: '0x2A', status: null}}
`
    const failures = runDialectTests(loadDialect(source, 'acme.yaml'))
    expect(failures.map(({line, message}) => [line, message])).toEqual([
      [14, 'expected message OID_WDI_TASK_SCAN, got OID_WDI_TASK_ROAM'],
      [16, 'expected port 2, got 1'],
      [17, 'expected status 0, got none'],
      [18, 'expected no match, but a rule matches'],
      [19, 'no rule matches'],
      [21, 'a rule matches, but names no message whose step is known'],
    ])
  })
})
