import {expect, it} from 'vitest'
import {says} from './says.js'

// What every rule about a task needs of it: the command and the completion.

const onA = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const m1 = '0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1'
const m3 = '1 M3 TASK_ROAM 1 101 status=success'
const rest = ['20 IND DISASSOCIATION 1 - AP-A status=10', '60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)']
const m4 = '82 IND ROAM_COMPLETE 1 101 status=success'
const lines = (...records: string[]) => `${records.join('\n')}\n`

const noCommand = 'the command (M1) is not in the capture'
const noEnds = 'command or completion of the task not in the capture'

it.each([
  ['assoc-result-missing', noCommand],
  ['assoc-success-twice', noCommand],
  ['attempt-continued-after-success', noCommand],
  ['complete-failure-after-success', noCommand],
  ['complete-success-but-unassociated', noCommand],
  ['roam-disassoc-after-assoc', noCommand],
  ['roam-disassoc-missing', noCommand],
  ['roam-stayed-after-failures', noCommand],
  ['command-hang-m1-m3', noCommand],
  ['task-overlap', noCommand],
  ['task-completion-wrong-kind', noEnds],
  ['task-completion-wrong-port', noEnds],
  ['task-completion-wrong-transaction', noEnds],
  ['task-over-normal-time', noEnds],
  ['task-start-failed-but-completed', 'command or response (M3) of the task not in the capture'],
  ['task-start-missing', noEnds],
  ['roam-over-requirement', 'no successful roam'],
  ['roam-over-voice-budget', 'no successful roam'],
  ['ft-roam-over-requirement', 'no successful roam'],
])('without the command of the roam: %s', async (rule, reason) => {
  expect(await says(rule, lines(onA, m3, ...rest, m4))).toEqual([reason])
})

it.each([
  ['assoc-result-missing', 'the task is not completed in the capture'],
  ['complete-failure-after-success', 'the task is not completed in the capture'],
  ['complete-success-but-unassociated', 'the task is not completed in the capture'],
  ['keys-not-installed', 'no successful connect or roam'],
  ['roam-disassoc-after-assoc', 'the roam is not completed in the capture'],
  ['roam-disassoc-missing', 'the roam is not completed in the capture'],
  ['roam-stayed-after-failures', 'the roam is not completed in the capture'],
  ['task-complete-before-start', 'response (M3) or completion not in the capture'],
  ['task-completed-twice', 'no completion of the task in the capture'],
  ['task-completion-wrong-kind', noEnds],
  ['task-completion-wrong-port', noEnds],
  ['task-completion-wrong-transaction', noEnds],
  ['task-hang-m3-m4', 'the capture ends before the limit'],
  ['task-over-normal-time', noEnds],
  ['task-start-missing', noEnds],
  ['key-install-over-1s', 'no successful association'],
  ['link-state-not-reported', 'no association'],
  ['roam-over-requirement', 'no successful roam'],
  ['roam-over-voice-budget', 'no successful roam'],
  ['ft-roam-over-requirement', 'no successful roam'],
])('without the completion of the roam: %s', async (rule, reason) => {
  expect(await says(rule, lines('capture to=20000', onA, m1, m3, ...rest))).toEqual([reason])
})

it.each([
  ['command-completed-twice', 'no response (M3) in the capture'],
  ['task-complete-before-start', 'response (M3) or completion not in the capture'],
  ['task-hang-m3-m4', 'no response (M3) of the task in the capture'],
  ['task-start-failed-but-completed', 'command or response (M3) of the task not in the capture'],
  ['command-hang-m1-m3', 'completed without a response'],
])('without the response to the roam: %s', async (rule, reason) => {
  expect(await says(rule, lines(onA, m1, ...rest, m4))).toEqual([reason])
})
