import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {analyze} from '../../src/analysis/analyze.js'
import {eventLines} from '../../src/analysis/event-lines.js'
import {inspectInput} from '../../src/analysis/inspect-input.js'
import {type PortableInput, portableInput, restoredInput} from '../../src/analysis/portable-input.js'
import {type ReadInput, readInputs} from '../../src/analysis/read-inputs.js'
import {recogniser} from '../../src/dialects/index.js'
import {rules} from '../../src/rules/index.js'
import {DEFAULT_SETTINGS} from '../../src/rules/settings.js'
import {fileSource} from '../../src/sources/file-source.js'
import type {Source} from '../../src/sources/source.js'

const samples = fileURLToPath(new URL('../../samples', import.meta.url))
const files = readdirSync(samples, {recursive: true, encoding: 'utf8'})
  .sort()
  .filter(name => /\.[a-z]+$/.test(name) && !name.endsWith('.md'))
  .map(name => fileSource(`${samples}/${name}`))

const parse = {tzMinutes: null, dateOrder: null, prefix: null}
const read = (sources: readonly Source[]) =>
  readInputs(sources, {parse, recogniser: () => recogniser(), hash: true, everything: true})

/** As it arrives on another thread. */
function sent(input: ReadInput, number: number): ReadInput {
  const plain: PortableInput = structuredClone(portableInput(input))
  return restoredInput(plain, input.source, number)
}

const outcome = (inputs: readonly ReadInput[]) => ({
  analysis: JSON.stringify(
    analyze(inputs, {rules, settings: DEFAULT_SETTINGS, model: null, labels: {}, version: 'test'}),
  ),
  events: JSON.stringify([...eventLines(inputs, null)]),
  inspected: JSON.stringify(inputs.map(inspectInput)),
})

describe('an input that was sent from thread to thread', () => {
  it.each(files)('comes to the same: $path', async source => {
    const inputs = await read([source])
    const copies = inputs.map(sent)
    expect(outcome(copies)).toEqual(outcome(inputs))
    expect(copies[0]?.collector.events.length).toBe(inputs[0]?.collector.events.length)
  })

  it('keeps where events were lost', async () => {
    const inputs = await read(files.filter(({path}) => path.includes('lossy')))
    const losses = (list: readonly ReadInput[]) => list.flatMap(({collector}) => collector.losses)
    expect(losses(inputs)).not.toEqual([])
    for (const [number, {collector}] of inputs.map(sent).entries()) {
      for (const {event} of collector.losses) expect(collector.events).toContain(event)
      const places = (input: Pick<ReadInput, 'collector'>) =>
        input.collector.losses.map(({event}) => event.place.offset)
      expect(places({collector})).toEqual(places(inputs[number] as ReadInput))
    }
  })

  it('comes to the same beside others, whoever read those', async () => {
    const inputs = await read(files)
    const expected = outcome(inputs)
    expect(outcome((await read(files)).map(sent))).toEqual(expected)
    const mixed = (await read(files)).map((input, i) => (i % 2 === 0 ? input : sent(input, i)))
    expect(outcome(mixed)).toEqual(expected)
  })

  it('keeps keys that mean something to objects, and every word of a hostile record', async () => {
    const line = (ms: number, text: string) => `[0]0004.0E28::01/02/2026-16:13:49.${ms} [wdiwifi]${text}\n`
    const text = [
      line(100, 'M1 OID_WDI_TASK_ROAM PortId=1 TransactionId=7 __proto__=5 constructor=6 \u001b[31m'),
      line(200, 'M3 OID_WDI_TASK_ROAM PortId=1 TransactionId=7 Status=0x0 toString=<b>'),
    ].join('')
    const source: Source = {
      path: '__proto__',
      async *bytes() {
        yield Buffer.from(text)
      },
    }
    const inputs = await read([source])
    expect(inputs[0]?.collector.events).toHaveLength(2)
    expect(outcome(inputs.map(sent))).toEqual(outcome(inputs))
  })

  it('takes no more memory along than it needs', async () => {
    const inputs = await read(files)
    for (const input of inputs) {
      for (const {payload} of portableInput(input).events) {
        if (payload !== null) expect(payload.buffer.byteLength).toBe(payload.length)
      }
    }
  })
})
