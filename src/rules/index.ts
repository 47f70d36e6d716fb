import {abortResetRules} from './abort-reset/index.js'
import {autoconfigRules} from './autoconfig/index.js'
import {captureHealthRules} from './capture-health/index.js'
import {ftRules} from './ft/index.js'
import {legacyNative80211Rules} from './legacy-native80211/index.js'
import {mloRules} from './mlo/index.js'
import {payloadRules} from './payload/index.js'
import {roamQualityRules} from './roam-quality/index.js'
import type {Rule} from './rule.js'
import {saeRules} from './sae/index.js'
import {sequenceRules} from './sequence/index.js'
import {taskLifecycleRules} from './task-lifecycle/index.js'
import {timingRules} from './timing/index.js'

/** All rules in the order of the catalogue (rules.md B.2), then those on what Windows tells (docs/rules-autoconfig.md). */
export const rules: readonly Rule[] = [
  ...captureHealthRules,
  ...taskLifecycleRules,
  ...timingRules,
  ...sequenceRules,
  ...payloadRules,
  ...ftRules,
  ...saeRules,
  ...mloRules,
  ...abortResetRules,
  ...roamQualityRules,
  ...legacyNative80211Rules,
  ...autoconfigRules,
]
