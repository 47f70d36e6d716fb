import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {scenarioParser} from '../../../src/parsers/scenario/scenario-parser.js'
import {createReader} from '../../../src/wdi/fact-reader.js'
import {readScenario} from './read-scenario.js'

const folder = fileURLToPath(new URL('../../../../shared/corpus/scenarios/', import.meta.url))
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.scenario')) : []

describe.skipIf(files.length === 0)('golden scenarios (../shared is there)', () => {
  const text = (name: string) => readFileSync(`${folder}${name}`, 'utf8')

  it.each(files)('%s is recognised and read without a byte that does not decode', name => {
    const lines = text(name)
      .split('\n')
      .filter(line => /^\s*[+-]?\d/.test(line))
    expect(scenarioParser.sniff(text(name))).toBeGreaterThanOrEqual(0.9)
    const {events} = readScenario(text(name))
    expect(events.map(event => event.text)).toEqual(lines)
    const reader = createReader()
    expect(events.flatMap(event => reader.problems(event))).toEqual([])
  })

  it('E03 carries its FT exchange through all three messages', () => {
    const {events} = readScenario(text('E03.scenario'))
    const reader = createReader()
    const ft = reader.connectTask(events[1] as never).candidates?.[0]?.ft
    const indication = reader.ftIndication(events[3] as never)
    const request = reader.associationEntries(events[7] as never)?.[0]?.request
    expect(indication.request?.rsn?.pmkids).toEqual([ft?.pmkR0Name])
    expect(indication.response?.ft?.snonce).toBe(ft?.snonce)
    expect(request?.ft?.r0khId).toBe(ft?.r0khId)
    expect(request?.forms).toEqual(['reassoc'])
  })

  it('E15 carries Multi-Link in candidate, SAE frames and both association frames', () => {
    const {events} = readScenario(text('E15.scenario'))
    const reader = createReader()
    expect(reader.connectTask(events[1] as never).candidates?.[0]?.multiLink).toBe(true)
    expect(reader.saeIndication(events[6] as never).commitFrame?.multiLink).toBe(true)
    expect(reader.associationEntries(events[13] as never)?.[0]).toMatchObject({
      localLink: null,
      request: {multiLink: true, rsn: {akms: [8], pairwise: [9]}},
      response: {multiLink: true, mldAddress: '02:00:00:00:0b:ff'},
    })
  })
})
