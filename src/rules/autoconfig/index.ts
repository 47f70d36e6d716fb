import type {Rule} from '../rule.js'
import {windowsAssociationFailed} from './windows-association-failed.js'

/** The rules on what WLAN AutoConfig tells, in the order of docs/rules-autoconfig.md. */
export const autoconfigRules: readonly Rule[] = [windowsAssociationFailed]
