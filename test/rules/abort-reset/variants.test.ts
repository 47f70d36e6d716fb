import {variants} from '../variants.js'

variants(`
abort-completion-over-50ms: a scan that goes on for 120 ms
- +3 M3 TASK_SCAN 1 101 status=success
= violation error medium L-HOST | 620 | TASK_SCAN is completed 120 ms after its abort (limit 50 ms); its last record before that is M1 of TASK_SCAN [M1 of the abort to M4 of the task; profile doc]. | 0 500 620 | SCAN_COMPLETE within 50 ms

abort-completion-over-50ms: a scan that goes on for 120 ms
- +3 M3 TASK_SCAN 1 101 status=success
+ 500.001 M3 TASK_SCAN 1 101 status=success
= violation error medium L-HOST | 620 | TASK_SCAN is completed 119.999 ms after its start, which came after the abort (limit 50 ms); its last record before that is M3 of TASK_SCAN [M1 of the abort to M4 of the task; profile doc]. | 500 500.001 620 | SCAN_COMPLETE within 50 ms

abort-completion-over-50ms: a scan that goes on for 120 ms
+ capture loss=-2..622
= violation error medium L-HOST | 620 | TASK_SCAN is completed 120 ms after its abort (limit 50 ms); its last record before that is M3 of TASK_SCAN [M1 of the abort to M4 of the task; profile doc]. | 3 500 620 | SCAN_COMPLETE within 50 ms

abort-completion-over-50ms: a scan that never ends
- +3 M3 TASK_SCAN 1 101 status=success
= the aborted task never started

abort-completion-over-50ms: the task had not started: 30 ms after its start response
- +100 M3 TASK_SCAN 1 101 status=success
+ +100 M3 TASK_SCAN 1 101 status=failure
= the task was rejected

abort-response-missing: the task ends, the abort is never answered
+ capture tlvs=0
- +500 M1 ABORT_TASK 1 102 target=TASK_SCAN id=101 port=1
+ +500 M1 ABORT_TASK 1 102 id=101 port=1
= violation error high | 10500 | ABORT_TASK for an unknown task is not answered (limit 10 s). | 500 | M3 of ABORT_TASK

abort-response-missing: answered after 11 s
+ capture loss=-2..11502
= violation error high | 11500 | ABORT_TASK for TASK_SCAN is answered only after 11 s (limit 10 s). | 500 11500 | M3 of ABORT_TASK

abort-before-start: the abort comes 10 ms after the command, the start response later
- 0 M1 TASK_SCAN 1 101 repeat=1
= the task that was to be aborted is not in the capture

abort-before-start: the abort comes 10 ms after the command, the start response later
- 0 M1 TASK_SCAN 1 101 repeat=1
+ 0.001 M1 TASK_SCAN 1 101 repeat=1
= violation warning medium L-MODEL | 10 | TASK_SCAN is aborted 9.999 ms after its command and before its start response, which comes 20 ms later. | 0.001 10 30 | M3 of TASK_SCAN before the abort

abort-before-start: the abort comes 10 ms after the command, the start response later
- +10 M1 ABORT_TASK 1 102 target=TASK_SCAN id=101 port=1
+ 60.001 M1 ABORT_TASK 1 102 target=TASK_SCAN id=101 port=1
= the task was over before the abort

abort-before-start: the abort comes 10 ms after the command, the start response later
+ capture loss=-2..62
= violation warning medium L-MODEL | 10 | TASK_SCAN is aborted 10 ms after its command and before its start response, which comes 20 ms later. | 0 10 30 | M3 of TASK_SCAN before the abort

abort-after-completion-race: the abort comes 2 ms after the completion
- +3 M3 TASK_SCAN 1 101 status=success
+ +3 M3 TASK_SCAN 1 101 status=failure
= the task ended without a completion

abort-target-unknown: the transaction id is that of no scan
- 0 M1 TASK_SCAN 1 101 repeat=1
+ 0 M1 TASK_SCAN ? 101 repeat=1
= violation warning high | 500 | The abort names TASK_SCAN with transaction 107 on port 1, which was never sent; open tasks: TASK_SCAN 101 on port ?. | 500 | the command of the named task before the abort

abort-target-unknown: the transaction id is that of no scan
+ capture families=M3,IND
= task commands (M1) are not exported

abort-target-unknown: the transaction id is that of no scan
+ capture tlvs=0
- +500 M1 ABORT_TASK 1 102 target=TASK_SCAN id=107 port=1
+ +500 M1 ABORT_TASK 1 102 id=107 port=1
= violation warning high | 500 | The abort names an unknown task with transaction 107 on port 1, which was never sent; open tasks: TASK_SCAN 101 on port 1. | 500 | the command of the named task before the abort

abort-not-abortable: a disconnect is aborted
- 0 M1 TASK_DISCONNECT 1 101 AP-A reason=3
= violation warning high | 20 | The host aborts TASK_DISCONNECT, which cannot be aborted. | 20 |

abort-roam-without-reset: the next task is a connect
- +20 IND DISASSOCIATION 1 - AP-A status=10
+ 50.001 IND DISASSOCIATION 1 - AP-A status=10
= violation warning high | 500 | TASK_ROAM was aborted, the disassociation followed before its completion, but the next task of the port is TASK_CONNECT, 440 ms after the completion, not the dot11 reset. | 50 50.001 60 500 | M1 of TASK_DOT11_RESET after the completion

abort-roam-without-reset: the next task is a connect
- +560 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=RSNA_PSK)
+ -5000 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=RSNA_PSK)
= inconclusive error medium L-MLD | 500 | TASK_ROAM was aborted after the disassociation, but the next task of the port is TASK_CONNECT, 440 ms after the completion, not the dot11 reset. | 20 50 60 500 | M1 of TASK_DOT11_RESET after the completion

abort-connect-without-reset: the next task is another connect
- +560 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=RSNA_PSK)
+ 0 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=RSNA_PSK)
= violation error low | 500 | TASK_CONNECT was aborted although it had succeeded, but the next task of the port is TASK_CONNECT, 440 ms after the completion, not the dot11 reset. | 0 50 60 500 | M1 of TASK_DOT11_RESET after the completion

abort-attempts-continue: the next candidate is tried 100 ms after the abort
- +40 IND ASSOCIATION_RESULT 1 - (AP-B status=41)
= violation error low | 150 | 100 ms after the abort ASSOCIATION_RESULT comes for 02:00:00:00:0c:01, with which the task had nothing to do before. | 50 150 | CONNECT_COMPLETE without further candidates

abort-attempts-continue: SAE with a new AP begins 5 ms after the abort
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
= violation error high | 25 | 5 ms after the abort SAE_AUTH_PARAMS_NEEDED comes for 02:00:00:00:0c:01, with which the task had nothing to do before. | 20 25 | CONNECT_COMPLETE without further candidates

reset-without-disconnect: the reset comes out of a connection
- 0 M1 TASK_DOT11_RESET 1 101
= the command (M1) is not in the capture

reset-without-disconnect: disconnect, then reset
- -90 IND DISASSOCIATION 1 - AP-A status=7
= pass 1

reset-state-leak: the link monitor goes on
- +10 IND DOT11_RESET_COMPLETE 1 102 status=success
= the reset is not completed in the capture

reset-state-leak: the link monitor goes on
- -100 M1 TASK_DISCONNECT 1 101 AP-A reason=3
+ 10.001 M1 TASK_DISCONNECT 1 101 AP-A reason=3
= violation warning high | 2000 | LINK_STATE_CHANGE 1990 ms after the reset of the port, without a connect or start of an AP in between. | 10 2000 | TASK_CONNECT or TASK_START_AP before it

reset-state-leak: the link monitor goes on
- +10 IND DOT11_RESET_COMPLETE 1 102 status=success
+ +10 IND DOT11_RESET_COMPLETE 1 102 status=failure
= the reset failed

firmware-stalled: the firmware stalls during a scan
- 0 M1 TASK_SCAN 1 101 repeat=1
= violation warning high | 900 | The driver reports that the firmware stalled; open commands: TASK_SCAN on port 1. | 900 |

firmware-stalled: the firmware stalls during a scan
- 0 M1 TASK_SCAN 1 101 repeat=1
+ 0 M1 TASK_SCAN ? 101 repeat=1
= violation warning high | 900 | The driver reports that the firmware stalled; open commands: TASK_SCAN on port ?. | 0 900 |

firmware-stalled: the firmware stalls during a scan
- 0 M1 TASK_SCAN 1 101 repeat=1
+ 900.001 M1 TASK_SCAN 1 101 repeat=1
= violation warning high | 900 | The driver reports that the firmware stalled; open commands: TASK_SCAN on port 1. | 900 |

reset-recovery-logged: a roam that was not completed in time
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= violation error high | 30010 | Windows started a reset recovery: a task was not completed in time (trigger 2); active command: TASK_ROAM. | 30010 |

reset-recovery-logged: a roam that was not completed in time
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ 1.001 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= violation error high | 30010 | Windows started a reset recovery: a task was not completed in time (trigger 2); active command: TASK_ROAM. | 1.001 30010 |

reset-recovery-logged: a roam that was not completed in time
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ 30010 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= violation error high | 30010 | Windows started a reset recovery: a task was not completed in time (trigger 2); active command: TASK_ROAM. | 30010 30010 |

reset-recovery-logged: a roam that was not completed in time
- +1 M3 TASK_ROAM 1 101 status=success
+ +1 M3 TASK_ROAM 1 101 status=failure
= violation error high | 30010 | Windows started a reset recovery: a task was not completed in time (trigger 2); active command: TASK_ROAM. | 30010 |

reset-recovery-logged: a roam that was not completed in time
- +30010 LOG 5002 adapter - trigger=2 command=TASK_ROAM
+ +30010 LOG 5002 adapter - command=TASK_ROAM
= the trigger of event 5002 is not exported

reset-recovery-logged: a roam that was not completed in time
- +30010 LOG 5002 adapter - trigger=2 command=TASK_ROAM
+ +30010 LOG 5002 adapter - trigger=0 command=TASK_ROAM
= violation error high | 30010 | Windows started a reset recovery: unknown trigger (trigger 0); active command: TASK_ROAM. | 0 30010 |

recovery-over-10s: the first command succeeds 12 s after the stall
- +11900 M1 TASK_OPEN adapter 101
= violation warning high | 12000 | The first command after the stall of the firmware succeeds after 12 s (limit 10 s): TASK_OPEN [stall or reset recovery to the first successful M3; profile doc]. | 0 12000 | a successful M3 in that time

recovery-over-10s: the first command succeeds 12 s after the stall
- 0 IND FIRMWARE_STALLED adapter -
+ 0.001 IND FIRMWARE_STALLED adapter -
= violation warning high | 12000 | The first command after the stall of the firmware succeeds after 11.999999 s (limit 10 s): TASK_OPEN [stall or reset recovery to the first successful M3; profile doc]. | 0.001 11900 12000 | a successful M3 in that time

recovery-over-10s: the first command succeeds 12 s after the stall
- +12000 M3 TASK_OPEN adapter 101 status=success
+ +12000 M3 TASK_OPEN adapter 101
= the status of responses is not exported

recovery-over-10s: the machine slept in between
- 0 IND FIRMWARE_STALLED adapter -
+ 20000 IND FIRMWARE_STALLED adapter -
= sleep or restart of the machine in between

recovery-over-10s: the machine slept in between
- 0 IND FIRMWARE_STALLED adapter -
+ 20000.001 IND FIRMWARE_STALLED adapter -
= pass 1

recovery-over-10s: the machine slept in between
- +22000 M3 TASK_OPEN adapter 101 status=success
+ 0 M3 TASK_OPEN adapter 101 status=success
= pass 1

recovery-over-10s: the machine slept in between
- +22000 M3 TASK_OPEN adapter 101 status=success
+ 3000 M3 TASK_OPEN adapter 101 status=success
= sleep or restart of the machine in between

roam-failed-no-recovery: nothing for 10 s
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= violation info high | 10082 | The roam away from an unknown AP ended without a connection, and for 10 s the host sent no connect, roam, scan or reset on the port. | 0 82 | M1 of TASK_CONNECT, TASK_ROAM, TASK_SCAN or TASK_DOT11_RESET

roam-failed-no-recovery: nothing for 10 s
+ capture families=M3,IND
= task commands (M1) are not exported

roam-failed-no-recovery: nothing for 10 s
+ capture loss=0.0005..0.9995
= inconclusive info medium L-LOSS | 10082 | The roam away from 02:00:00:00:0a:01 ended without a connection, and for 10 s the host sent no connect, roam, scan or reset on the port. | 0 82 | M1 of TASK_CONNECT, TASK_ROAM, TASK_SCAN or TASK_DOT11_RESET

roam-failed-no-recovery: the radio was switched off
- +82 IND ROAM_COMPLETE 1 101 status=failure
+ 90.001 IND ROAM_COMPLETE 1 101 status=failure
= radio off, disconnect or reset of the device explains it


abort-target-unknown: the transaction id is that of no scan
- 0 M1 TASK_SCAN 1 101 repeat=1
+ 0 M1 TASK_SCAN 1 repeat=1
= pass 1
`)
