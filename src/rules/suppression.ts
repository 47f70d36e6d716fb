/** One cause, one finding (rules.md 0.8): the left rule suppresses the right ones for the same records. */
export const SUPPRESSES: Readonly<Record<string, readonly string[]>> = {
  'roam-disassoc-after-assoc': ['roam-disassoc-missing', 'disassoc-wrong-peer', 'disassoc-not-associated'],
  'task-completion-wrong-transaction': ['task-completion-unmatched', 'task-hang-m3-m4', 'task-over-normal-time'],
  'task-completed-twice': ['task-completion-unmatched'],
  'task-start-failed-but-completed': ['task-completion-unmatched', 'task-complete-before-start'],
  'command-hang-m1-m3': ['task-start-missing', 'task-hang-m3-m4', 'property-over-normal-time'],
  'task-hang-m3-m4': ['task-over-normal-time'],
  'scan-over-limit': ['task-over-normal-time'],
  'task-over-normal-time': ['roam-over-requirement', 'ft-roam-over-requirement', 'connect-over-requirement'],
  'reset-state-leak': [
    'disassoc-not-associated',
    'link-state-not-associated',
    'roaming-needed-not-associated',
    'ft-outside-roam-task',
    'sae-outside-task',
  ],
  'mlo-disassoc-with-links-left': ['link-state-not-associated'],
  'n80211-better-ap-restart': ['n80211-assoc-outside-operation'],
  'n80211-roam-after-os-disconnect': ['n80211-roam-before-connect', 'n80211-assoc-outside-operation'],
  'n80211-reset-leaves-pending': ['n80211-roam-not-completed', 'n80211-assoc-unpaired'],
  'ft-roam-over-requirement': ['roam-over-requirement'],
}
