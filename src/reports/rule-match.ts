import {isInconclusive, LIMIT_CODES, severityWords} from '../rules/doc.js'
import {DURATIONS} from '../rules/durations.js'
import type {RuleExample, RuleMeta} from '../rules/rule.js'
import {settingLeaves} from '../rules/setting-leaves.js'
import {SETTING_RULES} from '../rules/setting-rules.js'
import {DEFAULT_SETTINGS} from '../rules/settings.js'
import type {Match} from '../wdi/explaining/match.js'
import {ruleRow} from './rule-row.js'

/** A rule as `explain` shows it, with its examples as scenarios. */
export function ruleMatch(meta: RuleMeta): Match {
  const {category, blame, tier, numbers} = ruleRow(meta)
  const {bad, good} = meta.examples
  const certain = (example: RuleExample) => !isInconclusive(example)
  const settings = settingLeaves(DEFAULT_SETTINGS).filter(({key}) => SETTING_RULES[key].includes(meta.id))
  return {
    kind: 'rule',
    name: meta.id,
    value: null,
    text: meta.statement,
    source: meta.source,
    details: {
      category,
      severity: severityWords(meta),
      blame,
      tier,
      ...(numbers === null ? {} : {number: numbers}),
      ...(settings.length === 0 ? {} : {settings: settings.map(({name}) => name).join(', ')}),
      ...(DURATIONS[meta.id] === undefined ? {} : {measured: DURATIONS[meta.id]}),
      why: meta.why,
      harmless: meta.harmless,
      next: meta.next,
      needs: meta.needs,
      limits: meta.limits.map(code => `${code}: ${LIMIT_CODES[code]}`),
      ...examples('reported', bad.filter(certain)),
      ...examples('inconclusive', [...bad, ...good].filter(isInconclusive)),
      ...examples('not reported', good.filter(certain)),
    },
  }
}

function examples(label: string, list: readonly RuleExample[]): Readonly<Record<string, string[]>> {
  return list.length === 0 ? {} : {[label]: list.map(exampleText)}
}

/** Title and scenario of an example, one under the other; its columns stay as they are. */
function exampleText({title, scenario}: RuleExample): string {
  return `${title.replace(/^inconclusive:\s*/, '')}\n${scenario.replace(/^\n/, '').trimEnd()}`
}
