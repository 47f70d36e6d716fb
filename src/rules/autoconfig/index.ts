import type {Rule} from '../rule.js'
import {windows8021xFailed} from './windows-8021x-failed.js'
import {windows8021xRestarted} from './windows-8021x-restarted.js'
import {windowsAdapterReset} from './windows-adapter-reset.js'
import {windowsAssociationFailed} from './windows-association-failed.js'
import {windowsConnectFailed} from './windows-connect-failed.js'
import {windowsConnectionBlocked} from './windows-connection-blocked.js'
import {windowsDisagrees} from './windows-disagrees.js'
import {windowsDisconnectAfterRoam} from './windows-disconnect-after-roam.js'
import {windowsDriverDisconnected} from './windows-driver-disconnected.js'
import {windowsFastRoamVetoed} from './windows-fast-roam-vetoed.js'
import {windowsLimitedConnectivity} from './windows-limited-connectivity.js'
import {windowsModuleStopped} from './windows-module-stopped.js'
import {windowsPassphraseSuspected} from './windows-passphrase-suspected.js'
import {windowsRoamLostLink} from './windows-roam-lost-link.js'
import {windowsSecurityFailed} from './windows-security-failed.js'
import {windowsSessionUnfinished} from './windows-session-unfinished.js'

/** The rules on what WLAN AutoConfig tells, in the order of docs/rules-autoconfig.md. */
export const autoconfigRules: readonly Rule[] = [
  windowsAssociationFailed,
  windowsSecurityFailed,
  windowsPassphraseSuspected,
  windows8021xFailed,
  windows8021xRestarted,
  windowsConnectFailed,
  windowsConnectionBlocked,
  windowsSessionUnfinished,
  windowsFastRoamVetoed,
  windowsRoamLostLink,
  windowsDisconnectAfterRoam,
  windowsDriverDisconnected,
  windowsLimitedConnectivity,
  windowsAdapterReset,
  windowsModuleStopped,
  windowsDisagrees,
]
