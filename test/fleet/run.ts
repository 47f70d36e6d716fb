import {readInputs} from '../../src/analysis/read-inputs.js'
import {recogniser} from '../../src/dialects/index.js'
import {contributionOf} from '../../src/fleet/contribute.js'
import {type Contribution, Fleet} from '../../src/fleet/fleet.js'
import {type FleetSummary, summaryOf} from '../../src/fleet/summary.js'
import type {Model} from '../../src/parsers/capabilities.js'
import {rules as allRules} from '../../src/rules/index.js'
import type {Rule} from '../../src/rules/rule.js'
import {DEFAULT_SETTINGS} from '../../src/rules/settings.js'
import type {Source} from '../../src/sources/source.js'

export interface Wanted {
  readonly by?: readonly string[]
  readonly rules?: readonly Rule[]
  readonly labels?: Readonly<Record<string, string>>
  readonly model?: Model
}

export const sourceOf = (path: string, text: string): Source => ({
  path,
  async *bytes() {
    yield Buffer.from(text)
  },
})

export const read = (sources: readonly Source[], first = 0) =>
  readInputs(
    sources,
    {parse: {tzMinutes: null, dateOrder: null, prefix: null}, recogniser: () => recogniser(), hash: false},
    first,
  )

export const optionsOf = ({by = [], rules = allRules, labels = {}, model}: Wanted = {}) => ({
  by,
  rules,
  labels,
  model: model ?? null,
  settings: DEFAULT_SETTINGS,
})

/** What a text adds to a fleet as a capture of its own. */
export async function contribution(text: string, wanted: Wanted = {}, path = 'a.scenario'): Promise<Contribution> {
  return contributionOf(await read([sourceOf(path, text)]), optionsOf(wanted))
}

export function summarised(contributions: Iterable<Contribution>, wanted: Wanted = {}): FleetSummary {
  const fleet = new Fleet()
  for (const one of contributions) fleet.add(one)
  const {by, rules} = optionsOf(wanted)
  return summaryOf(
    fleet,
    by,
    rules.map(({meta}) => meta.id),
    DEFAULT_SETTINGS,
  )
}

/** The summary of texts, each a capture of its own: a.scenario, b.scenario, … */
export async function healthOf(texts: readonly string[], wanted: Wanted = {}): Promise<FleetSummary> {
  const all: Contribution[] = []
  for (const [i, text] of texts.entries())
    all.push(await contribution(text, wanted, `${String.fromCharCode(97 + i)}.scenario`))
  return summarised(all, wanted)
}
