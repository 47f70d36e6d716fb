import {variants} from '../variants.js'

variants(`
capture-starts-mid-session: exactly 40 s after the start the same completion is no business of this rule any more
+ capture loss=39999..40000
= pass 1

capture-ends-mid-session: stopped 1 s after a roam was accepted
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= the command (M1) is not in the capture

capture-ends-mid-session: stopped 1 s after a roam was accepted
- +2 M3 TASK_ROAM 1 101 status=success
= violation info high | capture | TASK_ROAM is open when the capture ends, 1000 ms after its command and 9000 ms before its limit. | 0 20 | M3 of TASK_ROAM

capture-ends-mid-session: stopped 1 s after a roam was accepted
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ -5000 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= violation info high | capture | TASK_ROAM is open when the capture ends, 6000 ms after its command and 29.002 s before its limit. | -5000 2 20 | ROAM_COMPLETE

capture-ends-mid-session: the limit of 30 s ran out at the last moment of the capture: a hang, not an open end
- +2 M3 TASK_ROAM 1 101 status=success
= pass 1

capture-ends-mid-session: the limit of 30 s ran out at the last moment of the capture: a hang, not an open end
+ capture families=M1,IND
= pass 1

capture-order-suspect: a record 20 ms earlier than the one above it
- 0 IND LINK_STATE_CHANGE 1 - AP-A quality=60 cpu=0
+ 15000 IND LINK_STATE_CHANGE 1 - AP-A quality=60 cpu=0
= violation info high | capture | Records run backwards in time 2 times, at most by 14.9 s. | 100 15000 |

capture-family-missing: five scans, and not one response
- 0 M1 TASK_SCAN 1 101 repeat=1
= violation warning high | capture | No responses (M3): 4 commands, 0 responses and 5 indications were recorded, so that start responses, hangs between command and response, and overlapping commands cannot be judged. |  | responses (M3)

capture-family-missing: half of the commands answered is just enough
- 10001 M3 TASK_SCAN 1 103 status=success
= violation warning high | capture | Too few responses (M3): 5 commands, 2 responses and 5 indications were recorded, so that start responses, hangs between command and response, and overlapping commands cannot be judged. |  | responses (M3)

capture-transaction-id-missing: no ids at all
- 0 M1 TASK_SCAN 1 repeat=1
= violation info high | capture | A transaction id is shown by 0 of 1 completion: answers are matched by port and kind, and rules about ids do not run. |  | TransactionId of the message header

capture-transaction-id-missing: no ids at all
+ capture model=wdi
= violation info high | capture | A transaction id is shown by 0 of 1 command and 0 of 1 completion: answers are matched by port and kind, and rules about ids do not run. |  | TransactionId of the message header

capture-adapter-ambiguous: a record that names no adapter
- 0 IND LINK_STATE_CHANGE 1@A - AP-A quality=60
+ 0 IND LINK_STATE_CHANGE ? - AP-A quality=60
= violation warning high | capture | 2 records name none of the 2 adapters (port not exported, 1), and can be put into no session. | 0 200 | adapter handle, interface GUID or a known activity id

capture-clock-step: the system logged a change of its clock
- 1000 LOG TIME_CHANGE adapter - by=5000
+ 1000 LOG TIME_CHANGE adapter -
= violation warning high | capture | The clock was changed once. | 1000 |

capture-clock-step: the system logged a change of its clock
- 1000 LOG TIME_CHANGE adapter - by=5000
+ 1000 LOG TIME_CHANGE adapter - by=5000
+ 1000 LOG TIME_CHANGE adapter - by=5000 cpu=1
= violation warning high | capture | The clock was changed 2 times, first by 5000 ms. | 1000 1000 |

capture-clock-step: the system logged a change of its clock
- 1000 LOG TIME_CHANGE adapter - by=5000
+ 16000 LOG TIME_CHANGE adapter - by=5000
= violation warning high | capture | The clock was changed once by 5000 ms. | 16000 |

capture-clock-step: the wall clock jumps 6 s while the monotonic one sees 1 s
- 0 IND LINK_STATE_CHANGE 1 - AP-A quality=60 mono=500
= fewer than two records

capture-clock-step: the wall clock jumps 6 s while the monotonic one sees 1 s
- 0 IND LINK_STATE_CHANGE 1 - AP-A quality=60 mono=500
+ 0 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= pass 1

capture-clock-step: the wall clock jumps 6 s while the monotonic one sees 1 s
- 6000 IND LINK_STATE_CHANGE 1 - AP-A quality=50 mono=1500
+ 6000 IND LINK_STATE_CHANGE 1 - AP-A quality=50
= pass 1

capture-frames-truncated: a message whose dump was cut
- 0 IND LINK_STATE_CHANGE 1 - AP-A quality=60 truncated
= no payload bytes exported

capture-events-lost: only a counter in the trace header
- capture lost-events=12 lost-buffers=1
+ capture lost-events=1 lost-buffers=1
= violation warning high | capture | The trace header counts 1 lost event; the trace header counts 1 lost buffer; nothing says where, so that the whole capture is in doubt. No verdict became inconclusive by it. |  |

capture-order-suspect: a record 20 ms earlier than the one above it
- 80 IND LINK_STATE_CHANGE 1 - AP-A quality=55 cpu=1
+ 80 IND LINK_STATE_CHANGE 1 - AP-A quality=55 cpu=1
+ 200 IND LINK_STATE_CHANGE 1 - AP-A quality=55 cpu=1
+ 170 IND LINK_STATE_CHANGE 1 - AP-A quality=55 cpu=1
= violation info high | capture | Records run backwards in time 2 times, at most by 30 ms. | 170 200 |

capture-order-suspect: a record 20 ms earlier than the one above it
- 80 IND LINK_STATE_CHANGE 1 - AP-A quality=55 cpu=1
+ 80 IND LINK_STATE_CHANGE 1 - AP-A quality=55 cpu=1
+ 200 IND LINK_STATE_CHANGE 1 - AP-A quality=55 cpu=1
+ 180 IND LINK_STATE_CHANGE 1 - AP-A quality=55 cpu=1
= violation info high | capture | Records run backwards in time 2 times, at most by 20 ms (processors 0 and 1). | 80 100 |

capture-undecoded-records: 2 of 100 software-trace records without format
- capture wpp=100 undecoded=2
= no software-trace records

capture-transaction-id-missing: no ids at all
- 0 M1 TASK_SCAN 1 repeat=1
+ 0 IND LINK_STATE_CHANGE 1 - AP-A quality=60
- +2 M3 TASK_SCAN 1 status=success
- 900 IND SCAN_COMPLETE 1 status=success
= neither commands nor completions
`)
