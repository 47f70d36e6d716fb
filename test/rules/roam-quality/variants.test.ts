import {variants} from '../variants.js'

variants(`
ping-pong: back after 6 s
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= an AP of two successive roams is not known

ping-pong: back after 6 s
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
+ -5000 IND LINK_STATE_CHANGE 1 - AP-B quality=60
= the first of two roams stayed on its AP

ping-pong: back after 6 s
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ 0 M1 TASK_ROAM 1 101 auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= violation info high | 6070 | The roam from 02:00:00:00:0a:01 to 02:00:00:00:0b:01 was undone after 6000 ms (limit 10 s). | 0 70 6000 6070 |

sticky-client: 30 s at −80 dBm beside an AP with −60 dBm
- +2000 IND BSS_ENTRY_LIST 1 - (AP-A rssi=-81 ssid=net) (AP-B rssi=-60 ssid=net)
= no other AP with SSID and signal reported

sticky-client: 30 s at −80 dBm beside an AP with −60 dBm
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=20 rssi=-80
+ -5000 IND LINK_STATE_CHANGE 1 - AP-C quality=20 rssi=-80
= the SSID of the serving AP is not exported

sticky-client: 30 s at −80 dBm beside an AP with −60 dBm
+ capture families=M3,IND
= task commands (M1) are not exported

sticky-client: 30 s at −80 dBm beside an AP with −60 dBm
+ capture loss=-5001..-5000
= inconclusive info medium L-LOSS | 25000 | For 30 s the port stayed on 02:00:00:00:0a:01 with -80.5 dBm (median of 2), although 02:00:00:00:0b:01 of the same network was reported with -60 dBm, and no TASK_ROAM came. | -5000 2000 | M1 of TASK_ROAM

sticky-client: the other AP is only 11 dB better
- +2000 IND BSS_ENTRY_LIST 1 - (AP-A rssi=-80 ssid=net) (AP-B rssi=-69 ssid=net)
+ +2000 IND BSS_ENTRY_LIST 1 - (AP-A rssi=-81 ssid=net) (AP-B rssi=-69 ssid=net)
= violation info high | 32000 | For 30 s the port stayed on 02:00:00:00:0a:01 with -81 dBm (median of 1), although 02:00:00:00:0b:01 of the same network was reported with -69 dBm, and no TASK_ROAM came. | 2000 2000 | M1 of TASK_ROAM

roam-to-weaker-ap: 9 dB weaker
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60 rssi=-66
= the AP before or after the roam is not known

roam-to-weaker-ap: 9 dB weaker
- 0 M1 TASK_ROAM 1 101 entries=(AP-B rssi=-75) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= no successful roam

roam-to-weaker-ap: 9 dB weaker
- +71 IND ROAM_COMPLETE 1 101 status=success
= no successful roam

roam-to-weaker-ap: 9 dB weaker
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60 rssi=-66
+ -5000 IND LINK_STATE_CHANGE 1 - AP-B quality=60 rssi=-66
= a change of band of the same device, or bands not exported

roam-to-weaker-ap: 9 dB weaker
- 0 M1 TASK_ROAM 1 101 entries=(AP-B rssi=-75) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ 0 M1 TASK_ROAM 1 101 entries=(AP-A rssi=-75) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= the signal of the chosen entry is not exported

roam-to-weaker-ap: 9 dB weaker
+ capture tlvs=0
- 0 M1 TASK_ROAM 1 101 entries=(AP-B rssi=-75) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ 0 M1 TASK_ROAM 1 101
= the signal of the chosen entry is not exported

roam-to-weaker-ap: 9 dB weaker
+ capture tlvs=0
- +70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
+ +70 IND ASSOCIATION_RESULT 1 - ( status=0 auth=RSNA_PSK)
= the AP before or after the roam is not known

excessive-failed-candidates: three failures before the success
- 0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C AP-D AP-E auth=RSNA_PSK
+ 0 M1 TASK_CONNECT ? 101 entries=AP-B AP-C AP-D AP-E auth=RSNA_PSK
= violation info high | 120 | 3 attempts of the roam failed: 02:00:00:00:0b:01 with status 41, 02:00:00:00:0c:01 with status 41, 02:00:00:00:0d:01 with status 41. | 40 80 120 |
= pass 1

excessive-failed-candidates: three failures before the success
+ capture tlvs=0
- +40 IND ASSOCIATION_RESULT 1 - (AP-B status=41)
+ +40 IND ASSOCIATION_RESULT 1 - ( status=41)
= violation info high | 120 | 3 attempts of the connect failed: an unknown BSSID with status 41, 02:00:00:00:0c:01 with status 41, 02:00:00:00:0d:01 with status 41. | 0 40 80 120 |

excessive-failed-candidates: three failures before the success
+ capture tlvs=0
- +40 IND ASSOCIATION_RESULT 1 - (AP-B status=41)
+ +40 IND ASSOCIATION_RESULT 1 - (AP-B )
= the status of a result is not exported

disconnect-after-roam: the AP deauthenticates the station after 5 s
- +5070 IND DISASSOCIATION 1 - AP-B status=13 deauth-frame(reason 3)
+ +5070 IND DISASSOCIATION 1 - AP-B status=13
= violation info high | 5070 | The connection with 02:00:00:00:0b:01 broke 5000 ms after the roam (status 13). | 70 114 5070 |

disconnect-after-roam: the AP deauthenticates the station after 5 s
+ capture tlvs=0
- +70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
+ +70 IND ASSOCIATION_RESULT 1 - ( status=0 auth=RSNA_PSK)
= violation info high | 5070 | The connection with the new AP broke 5000 ms after the roam (status 13); reason 3 of the AP. | 70 5070 |

handshake-failed-after-roam: the four-way handshake timed out at the AP
- +4070 IND DISASSOCIATION 1 - AP-B status=13 deauth-frame(reason 15)
= the connection did not break after the roam

handshake-failed-after-roam: the four-way handshake timed out at the AP
+ capture tlvs=0
- +70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
+ +70 IND ASSOCIATION_RESULT 1 - ( status=0 auth=RSNA_PSK)
= violation info high | 4070 | The new AP ended the association 4000 ms after the roam with reason 15 (four-way handshake timeout); no key had been set. | 70 4070 |

repeated-no-roam: three triggers in half a minute, the driver stays
- 0 IND ROAMING_NEEDED 1 - reason=15
+ -5000 IND ROAMING_NEEDED 1 - reason=15
= violation info high | 30900 | 3 times in 35.9 s the driver asked for a roam and then stayed where it was. | -5000 900 15000 15900 30000 30900 |

roaming-needed-flood: four requests in 6 s
- 0 IND ROAMING_NEEDED 1 - reason=15
+ 0 IND ROAMING_NEEDED 1 - reason=15
+ 0 IND ROAMING_NEEDED 1 - reason=15 cpu=1
= violation info high | 4000 | 5 ROAMING_NEEDED in 6000 ms (usual: up to 3 in 10 s). | 0 0 2000 4000 6000 |

roaming-needed-flood: four requests in 6 s
- 0 IND ROAMING_NEEDED 1 - reason=15
+ 0.001 IND ROAMING_NEEDED 1 - reason=15
= violation info high | 6000 | 4 ROAMING_NEEDED in 5999.999 ms (usual: up to 3 in 10 s). | 0.001 2000 4000 6000 |

roaming-needed-above-ll-threshold: quality 70, threshold 50
- -4500 M1 SET_CONNECTION_QUALITY 1 101 hint=2 threshold=50
= no SET_CONNECTION_QUALITY in force

roaming-needed-above-ll-threshold: quality 70, threshold 50
- -4500 M1 SET_CONNECTION_QUALITY 1 101 hint=2 threshold=50
+ -4500 M1 SET_CONNECTION_QUALITY 1 101 hint=2
= the low-latency parameters have no threshold, or it is not exported

roaming-needed-above-ll-threshold: quality 70, threshold 50
+ capture tlvs=0
- -4500 M1 SET_CONNECTION_QUALITY 1 101 hint=2 threshold=50
+ -4500 M1 SET_CONNECTION_QUALITY 1 101 threshold=50
= the hint of SET_CONNECTION_QUALITY is not exported

roaming-needed-above-ll-threshold: no quality reported since the mode was set
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= no link quality reported since the mode was set or the AP was joined

critical-btm-not-followed: the driver stays, and 4 s later the AP throws it out
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= violation info high | 900 | The driver stayed on its AP, which had announced the end of the connection; the AP ended the connection 4100 ms later. | 0 900 5000 | ASSOCIATION_RESULT with status 0 for another AP

critical-btm-not-followed: the driver stays, and 4 s later the AP throws it out
- 0 M1 TASK_ROAM 1 101 entries=(AP-B flags=0x4) auth=RSNA_PSK RoamFlag=1 RoamTrigger=1 BSSTransitionSupported=1
= the command (M1) is not in the capture

critical-btm-not-followed: the driver stays, and 4 s later the AP throws it out
- +900 IND ROAM_COMPLETE 1 101 status=success
= the roam did not come to its end

critical-btm-not-followed: the driver stays, and 4 s later the AP throws it out
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
+ 900.001 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= violation info high | 900 | The driver stayed on its AP, which had announced the end of the connection; the AP ended the connection 4100 ms later. | 0 900 5000 | ASSOCIATION_RESULT with status 0 for another AP

critical-btm-not-followed: the driver stays, and 4 s later the AP throws it out
- +5000 IND DISASSOCIATION 1 - AP-A status=14 disassoc-frame(reason 12)
+ +5000 IND DISASSOCIATION 1 - AP-A disassoc-frame(reason 12)
= violation info high | 900 | The driver stayed on 02:00:00:00:0a:01, which had announced the end of the connection. | 0 900 | ASSOCIATION_RESULT with status 0 for another AP

critical-btm-not-followed: the driver stays, and 4 s later the AP throws it out
+ capture tlvs=0
- 0 M1 TASK_ROAM 1 101 entries=(AP-B flags=0x4) auth=RSNA_PSK RoamFlag=1 RoamTrigger=1 BSSTransitionSupported=1
+ 0 M1 TASK_ROAM 1 101
= RoamTrigger of the task is not exported

comeback-ignored: tried again after 500 ms of 1024
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
+ 60.001 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= violation warning high | 560 | 02:00:00:00:0b:01 refused the association for 1024 ms (1000 TU) and was tried again after 500 ms, in another task [refusal to the next attempt at the same access point; profile doc]. | 60 560 | no attempt for 02:00:00:00:0b:01 in that time

comeback-ignored: tried again after 500 ms of 1024
- +1 M3 TASK_CONNECT 1 101 status=success
+ +1 M3 TASK_CONNECT 1 101 status=failure
= violation warning high | 560 | 02:00:00:00:0b:01 refused the association for 1024 ms (1000 TU) and was tried again after 500 ms, in another task [refusal to the next attempt at the same access point; profile doc]. | 60 560 | no attempt for 02:00:00:00:0b:01 in that time

comeback-ignored: tried again after 500 ms of 1024
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 comeback=1000 response)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B code=30 comeback=1000 response)

comeback-ignored: tried again after 500 ms of 1024
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 comeback=1000 response)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 response)
= the comeback time is not exported

comeback-ignored: tried again after 500 ms of 1024
+ capture from=-1 to=801
- +560 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
= the comeback time is not covered by the capture

comeback-ignored: another AP is tried in the meantime
+ capture loss=400..401
= the comeback time is not covered by the capture

recent-failure-candidate-chosen: the candidate with the mark comes first
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-A flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK
= the chosen entry has no flags, or is no candidate of the host

recent-failure-candidate-chosen: the candidate with the mark comes first
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x2) (AP-B flags=0x0) auth=RSNA_PSK
= violation info high | 60 | 02:00:00:00:0b:01 was chosen, which the host had marked as recently failed, while 02:00:00:00:0b:01 without that mark had not been tried. | 0 60 | an attempt with 02:00:00:00:0b:01 before it

recent-failure-candidate-chosen: the candidate with the mark comes first
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101
= no selection flags in the task

recent-failure-candidate-chosen: the candidate with the mark comes first
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK truncated
= the candidates of the task are not exported

recent-failure-candidate-chosen: the candidate with the mark comes first
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x2) (AP-C ) auth=RSNA_PSK
= pass 1

ping-pong: back after 6 s
- +6300 IND LINK_STATE_CHANGE 1 - AP-A quality=70
+ +12000 M1 TASK_ROAM 1 105 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ +12001 M3 TASK_ROAM 1 105 status=success
+ +12012 IND DISASSOCIATION 1 - AP-A status=10
+ +12070 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
+ +12071 IND ROAM_COMPLETE 1 105 status=success
= violation info high | 6070 | The roam from 02:00:00:00:0a:01 to 02:00:00:00:0b:01 was undone after 6000 ms (limit 10 s). | 0 70 6000 6070 |
= violation info high | 12070 | The roam from 02:00:00:00:0b:01 to 02:00:00:00:0a:01 was undone after 6000 ms (limit 10 s); a strong case, the pair reversed twice. | 6000 6070 12000 12070 |

ping-pong: back after 6 s
- +300 IND LINK_STATE_CHANGE 1 - AP-B quality=70
+ +3000 M1 TASK_CONNECT 1 110 entries=AP-B auth=RSNA_PSK
= a disconnect or connect lies between the roams

ping-pong: back after 6 s
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
+ -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60 rssi=-70
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ 0 M1 TASK_ROAM 1 101 entries=(AP-B rssi=-60) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= violation info high | 6070 | The roam from 02:00:00:00:0a:01 to 02:00:00:00:0b:01 was undone after 6000 ms (limit 10 s); signals at the first roam -70 and -60 dBm. | 0 70 6000 6070 |
`)
