import {afterEach, describe, expect, it, vi} from 'vitest'
import type {Analysis} from '../../src/analysis/analysis.js'
import {analyze} from '../../src/analysis/analyze.js'
import {readInputs} from '../../src/analysis/read-inputs.js'
import {EVENT_NAMES} from '../../src/autoconfig/told-events.js'
import {BUILT_IN, recogniser} from '../../src/dialects/index.js'
import {DIALECT_SCHEMA} from '../../src/dialects/user/dialect-schema.js'
import {runDialectTests} from '../../src/dialects/user/run-dialect-tests.js'
import {LINE_LIMIT, loadDialect} from '../../src/dialects/user/user-dialect.js'
import {labelOf} from '../../src/dialects/words/labels.js'
import type {Message} from '../../src/events/message.js'
import {textReader, tlvReader} from '../../src/parsers/scenario/events/families.js'
import {FieldReader} from '../../src/parsers/scenario/grammar/field-reader.js'
import {adapterFacts} from '../../src/parsers/scenario/header/header.js'
import {readScenarioTrace} from '../../src/parsers/scenario/scenario-trace.js'
import * as named from '../../src/parsers/scenario/values/named-numbers.js'
import {rules} from '../../src/rules/index.js'
import {DEFAULT_SETTINGS} from '../../src/rules/settings.js'
import {ALL_MESSAGES, logMessage} from '../../src/wdi/messages.js'
import {TEXT_FIELDS} from '../../src/wdi/reading/text-fields.js'
import {record} from '../dialects/record.js'
import {analyzeTexts} from '../golden/run.js'
import {codeWords, fences, missing, page, section} from './page.js'

const scenarioPage = page('docs/scenario.md')
const dialectPage = page('docs/dialects.md')

const outcomes = ({sessions}: Analysis) => sessions.map(({kind, outcome}) => `${kind} ${outcome}`)
const violations = ({findings}: Analysis) =>
  findings.filter(({verdict}) => verdict === 'violation').map(({rule}) => rule)

/** Names that the parser asks a line, a bracket or a frame for while `read` runs. */
function asked(read: () => void): Set<string> {
  const names = new Set<string>()
  for (const method of ['text', 'texts', 'allTexts', 'word', 'group'] as const) {
    const original = FieldReader.prototype[method] as (this: FieldReader, name: string) => never
    vi.spyOn(FieldReader.prototype, method).mockImplementation(function (this: FieldReader, name: string) {
      names.add(name)
      return original.call(this, name)
    })
  }
  read()
  vi.restoreAllMocks()
  return names
}

afterEach(() => vi.restoreAllMocks())

describe('docs/scenario.md: examples', () => {
  const examples = fences(scenarioPage, 'scenario')

  it.each([
    [0, ['roam success'], []],
    [1, ['roam success'], ['mfp-advertisement-mismatch']],
    [2, ['connect success', 'legacy-connect success', 'legacy-roam success'], ['capture-events-lost']],
  ] as const)('number %i is read and judged as the text says', async (index, sessions, rules) => {
    const analysis = await analyzeTexts([examples[index] ?? ''])
    expect(analysis.inputs).toMatchObject([{format: 'scenario', problems: [], undecoded: 0}])
    expect(outcomes(analysis)).toEqual(sessions)
    expect(violations(analysis)).toEqual(rules)
    for (const rule of rules) expect(scenarioPage).toContain(`Finding: \`${rule}\``)
  })

  it('are all tried', () => expect(examples).toHaveLength(3))

  it('inside a log are read, too', async () => {
    const analysis = await analyzeTexts(fences(section(scenarioPage, 'Inside other logs'), 'text'))
    expect(analysis.inputs).toMatchObject([{format: 'text', problems: [], undecoded: 0}])
    expect(outcomes(analysis)).toEqual(['roam success'])
    expect(violations(analysis)).toEqual([])
  })
})

/** Fields that make the parser enter every bracket and frame of a message, and what it needs to be read at all. */
const FIELDS: Readonly<Record<string, string>> = {
  TASK_ROAM: 'entries=(AP-B ft)',
  TASK_CONNECT: 'entries=(AP-B ft)',
  SET_ADD_CIPHER_KEYS: '(pairwise)',
  SET_FAST_BSS_TRANSITION_PARAMETERS: 'rsnie mde fte',
  SET_SAE_AUTH_PARAMS: 'AP-B',
  SET_ASSOCIATION_PARAMETERS: '(AP-B ft)',
  ABORT_TASK: 'target=TASK_ROAM',
  ASSOCIATION_RESULT: '(AP-B request response auth-response)',
  DISASSOCIATION: 'AP-B deauth-frame disassoc-frame',
  FT_ASSOC_PARAMS_NEEDED: 'AP-B request response',
  SAE_AUTH_PARAMS_NEEDED: 'AP-B commit-frame confirm-frame',
  LINK_STATE_CHANGE: 'AP-B',
  BSS_ENTRY_LIST: '(AP-B)',
}
const OF_EVERY_RECORD = asked(() => readScenarioTrace('0 M3 TASK_OPEN adapter 1\n0 M1 TASK_OPEN adapter 1'))

const PLACES: Readonly<Record<string, string>> = {
  TASK_ROAM: 'TASK_ROAM and TASK_CONNECT',
  TASK_CONNECT: 'TASK_ROAM and TASK_CONNECT',
  ASSOCIATION_RESULT: 'ASSOCIATION_RESULT',
  FT_ASSOC_PARAMS_NEEDED: 'FT_ASSOC_PARAMS_NEEDED',
  SAE_AUTH_PARAMS_NEEDED: 'SAE_AUTH_PARAMS_NEEDED',
}

/** Where the page describes an event: a section of its own, or its row in the section of its kind. */
function describedAt(name: string, kind: string): string {
  const own = PLACES[name]
  if (own !== undefined) return section(scenarioPage, own)
  const rows = section(scenarioPage, kind).split('\n')
  return rows.filter(row => codeWords(row.split('|')[1] ?? '').has(name)).join('\n')
}

describe('docs/scenario.md: everything that the parser knows', () => {
  const command = ({kind}: Message) => kind === 'task' || kind === 'property'
  const wdi = ALL_MESSAGES.filter(
    message =>
      ['task', 'property', 'indication'].includes(message.kind) &&
      tlvReader(message, 'M1') !== tlvReader(message, 'M3'),
  )
  const noText = textReader(logMessage('BOOT') as Message)
  const native = ALL_MESSAGES.filter(message => textReader(message) !== noText)
  const logs = [...EVENT_NAMES, '5002', 'EVENTS_LOST', 'TIME_CHANGE', 'POWER', 'BOOT', 'REMOVED']

  it('finds families of every kind', () => {
    expect(wdi.length).toBeGreaterThan(20)
    expect(native.length).toBeGreaterThan(8)
    expect(Object.keys(FIELDS).filter(name => !wdi.some(message => message.name === name))).toEqual([])
  })

  it.each(wdi.map(message => [message.name, message] as const))('%s', (name, message) => {
    const line = `0 ${command(message) ? 'M1' : 'IND'} ${name} 1 - ${FIELDS[name] ?? ''}`
    const names = [...asked(() => readScenarioTrace(line))].filter(field => !OF_EVERY_RECORD.has(field))
    const kind = message.kind === 'task' ? 'Tasks' : message.kind === 'property' ? 'Properties' : 'Indications'
    expect(describedAt(name, kind)).not.toBe('')
    expect(
      missing(
        describedAt(name, kind) + (name === 'SET_ASSOCIATION_PARAMETERS' ? describedAt('TASK_ROAM', '') : ''),
        names,
      ),
    ).toEqual([])
  })

  it.each(native.map(({name}) => [name]))('%s', name => {
    const names = [...asked(() => readScenarioTrace(`0 IND ${name} 0`))].filter(
      field => field === 'status' || !OF_EVERY_RECORD.has(field),
    )
    const described = describedAt(name.replace('DOT11_', ''), 'Native 802.11')
    expect(described).not.toBe('')
    expect(missing(described, names)).toEqual([])
  })

  it.each(logs)('LOG %s', name => {
    const names = [...asked(() => readScenarioTrace(`0 LOG ${name} adapter`))].filter(
      field => !OF_EVERY_RECORD.has(field),
    )
    const described = describedAt(name, 'Log records')
    expect(described).not.toBe('')
    expect(missing(described, names)).toEqual([])
  })

  it('fields of every record', () => {
    expect(OF_EVERY_RECORD.size).toBeGreaterThan(6)
    expect(missing(section(scenarioPage, 'Fields of every record'), OF_EVERY_RECORD)).toEqual([])
  })

  it('header words and keys', () => {
    const header = section(scenarioPage, 'Header')
    const capture = asked(() => readScenarioTrace('capture loss=1..2'))
    expect(capture.size).toBeGreaterThan(15)
    expect(missing(header, [...capture, 'capture', 'adapter', 'label', 'alias'])).toEqual([])
    const adapter = asked(() => readScenarioTrace('adapter A model=wdi'))
    const paragraph = /^`adapter` takes [\s\S]*?\n\n/m.exec(header)?.[0] ?? ''
    expect(missing(paragraph, adapter)).toEqual([])
  })

  it('its header keys and their defaults are those of the parser', () => {
    const rows = [...section(scenarioPage, 'Header').matchAll(/^\| (`\S+=`.*?) \| (.*?) \|/gm)]
    const lines = rows.flatMap(([, keys = '', values = '']) => {
      const names = [...keys.matchAll(/`([\w-]+)=`/g)].map(([, name]) => name)
      const defaults = [...values.matchAll(/`([^`]+)`/g)].map(([, value]) => value)
      return defaults.length === 0
        ? []
        : names.map((name, index) => `capture ${name}=${defaults[index] ?? defaults[0]}`)
    })
    expect(lines.length).toBeGreaterThan(12)
    const {settings: _, ...written} = readScenarioTrace(lines.join('\n')).header
    const {header} = readScenarioTrace('')
    expect(header).toMatchObject(written)
    expect(adapterFacts(readScenarioTrace(lines.join('\n')).header, null)).toEqual(adapterFacts(header, null))
  })

  it('names of values', () => {
    const values = section(scenarioPage, 'Values')
    for (const table of [named.AUTH, named.CIPHER, named.PHY]) {
      for (const [name, number] of table) expect(values).toContain(`\`${name}\` ${number}`)
    }
    expect(missing(values, [...named.STATUS.keys(), ...named.BAND.keys()])).toEqual([])
  })
})

describe('docs/dialects.md', () => {
  const [yaml = ''] = fences(dialectPage, 'yaml')
  const [log = ''] = fences(section(dialectPage, 'A dialect file'), 'text')

  it('has one dialect, which loads and whose tests hold', () => {
    expect(fences(dialectPage, 'yaml')).toHaveLength(1)
    const dialect = loadDialect(yaml, 'acme.yaml')
    expect(dialect.tests.length).toBeGreaterThan(4)
    expect(runDialectTests(dialect)).toEqual([])
  })

  it('reads the lines above it as the roam that they are', async () => {
    const dialect = loadDialect(yaml, 'acme.yaml')
    const source = {
      path: 'acme.txt',
      async *bytes() {
        yield Buffer.from(log)
      },
    }
    const parse = {tzMinutes: null, dateOrder: null, prefix: null}
    const inputs = await readInputs([source], {parse, recogniser: () => recogniser([dialect]), hash: false})
    const analysis = analyze(inputs, {rules, settings: DEFAULT_SETTINGS, model: null, labels: {}, version: 'test'})
    expect(analysis.inputs).toMatchObject([
      {problems: [], undecoded: 0, wifiRecords: log.trimEnd().split('\n').length - 1},
    ])
    expect(outcomes(analysis)).toEqual(['roam success'])
    expect(outcomes(await analyzeTexts([log]))).toEqual([])
  })

  const rows = [...section(dialectPage, 'Examples').matchAll(/^\| `(.+?)` \| (.*) \|$/gm)]
  it.each(rows.map(([, line = '', rest = '']) => [line, rest] as const))('%s', (line, rest) => {
    const found = recogniser().recognise(record(line))
    if (found === null || typeof found === 'string' || 'stated' in found) throw new Error('not recognised')
    const {step, message, port, transactionId, status} = found
    const cells = [step, message.name, port ?? '', transactionId ?? '', status ?? ''].map(String)
    expect(cells).toEqual(rest.split('|').map(cell => cell.trim()))
  })
  it('has examples', () => expect(rows.length).toBeGreaterThan(4))

  it('names every built-in dialect', () =>
    expect(
      missing(
        section(dialectPage, 'Built-in dialects'),
        BUILT_IN.map(({id}) => id),
      ),
    ).toEqual([]))

  it('names every field', () => {
    const members = ['port', 'transaction', 'status', 'adapter', 'payload', 'length']
    expect(missing(section(dialectPage, 'Fields'), [...members, ...TEXT_FIELDS.keys()])).toEqual([])
    expect(missing(section(dialectPage, 'Groups'), ['message', 'step', 'status', 'candidates', 'payload'])).toEqual([])
  })

  it('has every label, and no other', () => {
    const source = page('src/dialects/words/labels.ts')
    const table = /const SPELLINGS[^=]*= \[\n([\s\S]*?)\n\]/.exec(source)?.[1] ?? ''
    const kinds = new Set(['number', 'address', 'status', 'handle', 'word', 'bytes', 'text'])
    const known = [...table.matchAll(/'([^']+)'/g)].map(([, label = '']) => label).filter(label => !kinds.has(label))
    expect(known.length).toBeGreaterThan(80)
    const cells = [...section(dialectPage, 'Fields').matchAll(/^\| (`.*` \| .*) \|$/gm)].map(([, cell = '']) => cell)
    const words = new Set(cells.flatMap(cell => cell.split(/[\s,;:.|]+/)).map(squeezed))
    expect([...new Set(known)].filter(label => !words.has(squeezed(label)) && !words.has(label))).toEqual([])
    const labels = cells.flatMap(cell => cell.match(/\b(?:[A-Z][a-z0-9]*){2,}\b/g) ?? [])
    expect(labels.length).toBeGreaterThan(40)
    expect(labels.filter(label => labelOf(label) === undefined)).toEqual([])
  })

  it('names every key of the schema and its limits', () => {
    const file = section(dialectPage, 'A dialect file')
    const {properties} = DIALECT_SCHEMA
    const {rules: ruleList, match, tests} = properties
    const keys = [properties, ruleList.items.properties, match.properties, tests.items.properties].flatMap(Object.keys)
    expect(missing(file, [...keys, ...ruleList.items.properties.step.enum])).toEqual([])
    for (const limit of [ruleList.maxItems, tests.maxItems, ruleList.items.properties.line.maxLength, LINE_LIMIT]) {
      expect(file).toContain(String(limit))
    }
  })
})

const squeezed = (text: string) => text.toLowerCase().replace(/[\s`_-]/g, '')
