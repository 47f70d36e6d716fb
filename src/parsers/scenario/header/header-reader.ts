import {FieldReader} from '../grammar/field-reader.js'
import {parseFields} from '../grammar/record-line.js'
import {ScenarioError} from '../scenario-error.js'
import type {Addresses} from '../values/addresses.js'
import {readAdapterSettings} from './adapter-settings.js'
import {isAfter, readFamilies, readGranularity, readLoss, readMoment, readOrigin} from './capture-values.js'
import {type AdapterLine, type AdapterSettings, ALL_FAMILIES, type ScenarioHeader} from './header.js'

const WORD = /^(capture|adapter|label|alias)(?=[ \t]|$)/
const ALIAS = /^(\p{L}[\p{L}\p{N}_-]*)=(\S+)$/u
const ADAPTER_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u
/** Labels of an adapter line: fixed, so that a misspelt key there is an error. */
const ADAPTER_LABELS = ['driver', 'os', 'device', 'vendor', 'machine', 'capture']

export const startsLikeHeader = (text: string): boolean => WORD.test(text)

type Capture = Omit<ScenarioHeader, 'settings' | 'labels' | 'adapters'>

const DEFAULTS: Capture = {
  from: {us: -10_000_000, ns: 0},
  to: {us: 40_000_000, ns: 0},
  granularityUs: 1,
  loss: [],
  lostEvents: 0,
  lostBuffers: 0,
  families: ALL_FAMILIES,
  tlvs: true,
  wpp: 0,
  undecoded: 0,
  origin: {us: Date.UTC(2026, 0, 1) * 1000, ns: 0},
}

/** Collects the header lines of a scenario (scenario.md 1). All errors are ScenarioErrors. */
export class HeaderReader {
  readonly #given = new Set<string>()
  readonly #labels = new Map<string, string>()
  readonly #adapters: AdapterLine[] = []
  #settings: AdapterSettings = {}
  #capture = DEFAULTS
  #captureLine = 0

  constructor(private readonly addresses: Addresses) {}

  /** One header line, without comment and outer blanks. */
  line(text: string, line: number): void {
    const word = (WORD.exec(text) as RegExpExecArray)[0]
    const rest = text.slice(word.length).trim()
    if (rest === '') throw new ScenarioError(line, `${word} says nothing: it needs key=value`)
    if (word === 'alias') this.#alias(rest, line)
    else if (word === 'adapter') this.#adapter(rest, line)
    else if (word === 'label') this.#label(this.#fields(rest, word, line))
    else this.#captureKeys(this.#fields(rest, word, line))
  }

  /** What the lines so far said. */
  get header(): ScenarioHeader {
    return {...this.#capture, settings: this.#settings, labels: this.#labels, adapters: this.#adapters}
  }

  /** `origin=` was given. */
  get saysOrigin(): boolean {
    return this.#given.has('origin')
  }

  /** The header of a whole scenario: throws where its lines do not fit together. */
  finish(): ScenarioHeader {
    if (isAfter(this.#capture.from, this.#capture.to)) {
      throw new ScenarioError(this.#captureLine, 'the capture ends before it begins: from= is later than to=')
    }
    return this.header
  }

  #fields(text: string, what: string, line: number): FieldReader {
    return new FieldReader(
      parseFields(text, line, () => false),
      what,
      line,
      this.addresses,
    )
  }

  #captureKeys(fields: FieldReader): void {
    for (const key of fields.keys()) {
      if (key === 'loss') continue
      if (this.#given.has(key)) fields.fail(`${key}= of capture is given twice`)
      this.#given.add(key)
    }
    const known = this.#capture
    const tlvs = fields.bit('tlvs')
    this.#capture = {
      from: readMoment(fields, 'from') ?? known.from,
      to: readMoment(fields, 'to') ?? known.to,
      granularityUs: readGranularity(fields) ?? known.granularityUs,
      loss: [...known.loss, ...readLoss(fields)],
      lostEvents: fields.number('lost-events') ?? known.lostEvents,
      lostBuffers: fields.number('lost-buffers') ?? known.lostBuffers,
      families: readFamilies(fields) ?? known.families,
      tlvs: tlvs === null ? known.tlvs : tlvs === 1,
      wpp: fields.number('wpp') ?? known.wpp,
      undecoded: fields.number('undecoded') ?? known.undecoded,
      origin: readOrigin(fields) ?? known.origin,
    }
    this.#settings = {...this.#settings, ...readAdapterSettings(fields)}
    this.#captureLine = fields.line
    fields.done()
  }

  #adapter(text: string, line: number): void {
    const name = text.split(/[ \t]/, 1)[0] as string
    if (!ADAPTER_NAME.test(name)) {
      throw new ScenarioError(line, `"${name}" is no name of an adapter: it takes letters, digits, "-", "_" and "."`)
    }
    if (this.#adapters.some(adapter => adapter.name === name)) {
      throw new ScenarioError(line, `adapter ${name} is declared twice`)
    }
    const fields = this.#fields(text.slice(name.length), `adapter ${name}`, line)
    const settings = readAdapterSettings(fields)
    const labels = new Map<string, string>()
    for (const key of ADAPTER_LABELS) {
      const value = fields.text(key)
      if (value !== null) labels.set(key, value)
    }
    fields.done()
    this.#adapters.push({name, settings, labels})
  }

  #label(fields: FieldReader): void {
    for (const key of fields.keys()) {
      if (this.#labels.has(key)) fields.fail(`label ${key} is given twice`)
      this.#labels.set(key, fields.text(key) as string)
    }
    fields.done()
  }

  #alias(text: string, line: number): void {
    for (const pair of text.split(/[ \t]+/)) {
      const [, name = '', value = ''] = ALIAS.exec(pair) ?? []
      const address = this.addresses.find(value)
      if (address === undefined) throw new ScenarioError(line, `"${pair}" is no alias: it needs NAME=address`)
      if (!this.addresses.add(name, address)) throw new ScenarioError(line, `${name} is already the name of an address`)
    }
  }
}
