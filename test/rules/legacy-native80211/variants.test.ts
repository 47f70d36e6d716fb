import {variants} from '../variants.js'

variants(`
n80211-roam-nested: a second start without a completion
- 0 IND ROAMING_START 0 reason=LOST
+ 0.001 IND ROAMING_START 0 reason=LOST
= violation error high | 310 | ROAMING_START 309.999 ms after the previous one, which has no ROAMING_COMPLETION. | 0.001 310 | ROAMING_COMPLETION before it
= pass 1

n80211-roam-not-completed: completed late: another rule says so
- 0 IND ROAMING_START 0 reason=LOST
= the start is not in the capture

n80211-roam-before-connect: 45 s of capture without any sign of a connection
+ capture loss=-1..0
= inconclusive error low L-LOSS L-EDGE | 0 | ROAMING_START 45 s into the capture, in which the port shows no sign of a connection. | 0 | CONNECTION_COMPLETION with success before it

n80211-connect-start-over-10s: no start in 10 s
- +1 M3 CONNECT_REQUEST 0 status=success
= the request is pending, or not in the capture

n80211-connect-start-over-10s: no start in 10 s
- 0 M1 CONNECT_REQUEST 0
+ 0 M1 CONNECT_REQUEST ?
= the request is pending, or not in the capture

n80211-connect-start-over-10s: no start in 10 s
- 0 M1 CONNECT_REQUEST 0
+ 0 M1 CONNECT_REQUEST 2
= another port than port 0

n80211-connect-start-over-10s: no start in 10 s
- +1 M3 CONNECT_REQUEST 0 status=success
+ +1 M3 CONNECT_REQUEST 0
= the status of the request is not exported

n80211-connect-start-over-10s: no start in 10 s
- +1 M3 CONNECT_REQUEST 0 status=success
+ +1 M3 CONNECT_REQUEST 0 status=failure
= pass 1

n80211-connect-start-over-10s: no start in 10 s
+ capture families=M1,M3
= indications are not exported

n80211-connect-start-over-10s: a start after a failed request
- 0 M1 CONNECT_REQUEST 0
+ 0.001 M1 CONNECT_REQUEST 0
= violation error high | 10 | CONNECTION_START 9.999 ms after a connect request that failed with status 0xc0000001 [completed connect request to CONNECTION_START; profile doc]. | 0.001 1 10 | no connection start before the next connect request

n80211-connect-start-over-10s: exactly 10 s after the success
- +1 M3 CONNECT_REQUEST 0 status=success
+ 0 M3 CONNECT_REQUEST 0 status=success
= violation error high | 10001 | CONNECTION_START came 10.001 s after the connect request had succeeded (limit 10 s) [completed connect request to CONNECTION_START; profile doc]. | 0 0 10001 |

n80211-connect-start-over-10s: exactly 10 s after the success
- +1 M3 CONNECT_REQUEST 0 status=success
+ 0.001 M3 CONNECT_REQUEST 0 status=success
= violation error high | 10001 | CONNECTION_START came 10.000999 s after the connect request had succeeded (limit 10 s) [completed connect request to CONNECTION_START; profile doc]. | 0 0.001 10001 |

n80211-connect-start-over-10s: Windows gave up first
- 5000 M1 DISCONNECT_REQUEST 0
+ 20000 M1 DISCONNECT_REQUEST 0
= violation error high | 10001 | No CONNECTION_START in 10 s after the connect request had succeeded [completed connect request to CONNECTION_START; profile doc]. | 0 1 | CONNECTION_START

n80211-assoc-outside-operation: after the roam was completed
- +400 IND ASSOCIATION_START 0 mac=AP-C ssid=net
+ +400 IND ASSOCIATION_START 0 ssid=net
= violation error high | 400 | ASSOCIATION_START for an unknown AP with neither a connection nor a roam open. | 400 | CONNECTION_START or ROAMING_START before it
= pass 1

n80211-assoc-nested: the next AP is tried while the first attempt is open
- +200 IND ASSOCIATION_START 0 mac=AP-C ssid=net
+ +200 IND ASSOCIATION_START 0 ssid=net
= violation error high | 200 | ASSOCIATION_START for an unknown AP 195 ms after that for 02:00:00:00:0b:01, which has no ASSOCIATION_COMPLETION yet. | 5 200 | ASSOCIATION_COMPLETION for 02:00:00:00:0b:01 before it
= pass 1

n80211-assoc-nested: inconclusive: the completion may have been lost
- +5 IND ASSOCIATION_START 0 mac=AP-B ssid=net
+ +5 IND ASSOCIATION_START 0 ssid=net
= inconclusive error medium L-LOSS | 200 | ASSOCIATION_START for 02:00:00:00:0c:01 195 ms after that for an unknown AP, which has no ASSOCIATION_COMPLETION yet. | 5 200 | ASSOCIATION_COMPLETION for the first AP before it
= pass 1

n80211-assoc-unpaired: the roam ends with an attempt still open
- +5 IND ASSOCIATION_START 0 mac=AP-B ssid=net
+ +5 IND ASSOCIATION_START 0 ssid=net
= violation error high | 302 | ASSOCIATION_START for an unknown AP has no ASSOCIATION_COMPLETION when ROAMING_COMPLETION comes 297 ms later. | 5 302 | ASSOCIATION_COMPLETION for an unknown AP before ROAMING_COMPLETION
= pass 1

n80211-assoc-unpaired: the roam ends with an attempt still open
- +5 IND ASSOCIATION_START 0 mac=AP-B ssid=net
+ +5 IND ASSOCIATION_START ? mac=AP-B ssid=net
= pass 1
= the operation does not end in the capture

n80211-assoc-success-twice: two successes in one roam
- 0 IND ROAMING_START 0 reason=BETTER
= the start of the roam is not in the capture

n80211-roam-continues-after-success: another attempt 10 ms after the success
- 0 IND ROAMING_START 0 reason=BETTER
= no roam is open

n80211-roam-continues-after-success: another attempt 10 ms after the success
- +310 IND ASSOCIATION_START 0 mac=AP-C
+ +310 IND ASSOCIATION_START 0
= violation error high | 310 | ASSOCIATION_START for an unknown AP 10 ms after the roam had associated with 02:00:00:00:0b:01. | 0 300 310 | ROAMING_COMPLETION after the success for 02:00:00:00:0b:01
= pass 1

n80211-roam-status-mismatch: success without a successful association
- 0 IND ROAMING_START 0 reason=LOST
= the start of the roam is not in the capture

n80211-roam-status-mismatch: success without a successful association
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=UNREACHABLE
= violation error high | 302 | ROAMING_COMPLETION says success, but no association succeeded. | 0 302 | a failure status

n80211-roam-status-mismatch: success without a successful association
- 0 IND ROAMING_START 0 reason=LOST
+ 5.001 IND ROAMING_START 0 reason=LOST
= violation error high | 302 | ROAMING_COMPLETION says success, but no association was tried. | 5.001 302 | a failure status

n80211-roam-status-mismatch: success without a successful association
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=UNREACHABLE
+ +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B
= the status of an association is not exported

n80211-roam-status-mismatch: success without a successful association
- +302 IND ROAMING_COMPLETION 0 status=success
+ +302 IND ROAMING_COMPLETION 0
= the status of the completion is not exported

n80211-roam-without-attempt: failed without an attempt
- 0 IND ROAMING_START 0 reason=LOST
= the roam succeeded
= the start of the roam is not in the capture

n80211-roam-without-attempt: failed without an attempt
- 0 IND ROAMING_START 0 reason=LOST
+ 0.001 IND ROAMING_START 0 reason=LOST
= violation error high | 302 | The roam failed with status 1 301.999 ms after its start without an ASSOCIATION_START. | 0.001 302 | ASSOCIATION_START between start and completion, or no roam at all
= the roam succeeded

n80211-roam-without-attempt: failed without an attempt
- +302 IND ROAMING_COMPLETION 0 status=failure
+ +302 IND ROAMING_COMPLETION 0
= the roam succeeded
= the status of the completion is not exported

n80211-roam-without-attempt: the radio was switched off
- +100 IND PHY_STATE_CHANGED 0 state=0
+ +100 IND PHY_STATE_CHANGED 0
= violation error high | 302 | The roam failed with status 1 302 ms after its start without an ASSOCIATION_START. | 0 302 | ASSOCIATION_START between start and completion, or no roam at all

n80211-better-ap-restart: the better AP is tried without a new roam
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=CANCELLED
+ 302.001 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=CANCELLED
= violation error high | 310 | ASSOCIATION_START for 02:00:00:00:0c:01 8 ms after the roam was given up for it, without a new ROAMING_START. | 302 310 | ROAMING_START between the two
= the roam was not given up for a better AP

n80211-better-ap-restart: the better AP is tried without a new roam
- +302 IND ROAMING_COMPLETION 0 status=BETTER_AP
+ +302 IND ROAMING_COMPLETION 0
= the roam was not given up for a better AP
= the status of the completion is not exported

n80211-better-ap-restart: the better AP is tried without a new roam
- +302 IND ROAMING_COMPLETION 0 status=BETTER_AP
+ +302 IND ROAMING_COMPLETION ? status=BETTER_AP
= no association follows in the capture
= the roam was not given up for a better AP

n80211-better-ap-restart: the better AP is tried without a new roam
- +310 IND ASSOCIATION_START 0 mac=AP-C ssid=net
+ +310 IND ASSOCIATION_START 0 ssid=net
= violation error high | 310 | ASSOCIATION_START for the better AP 8 ms after the roam was given up for it, without a new ROAMING_START. | 302 310 | ROAMING_START between the two
= the roam was not given up for a better AP

n80211-disassoc-on-implicit: the old AP is reported as gone while the new one is being joined
- +50 IND DISASSOCIATION 0 mac=AP-A reason=ROAMING
+ +50 IND DISASSOCIATION 0 reason=ROAMING
= the address of the disassociation or of the association is not exported

n80211-disassoc-on-implicit: the old AP is reported as gone while the new one is being joined
- +50 IND DISASSOCIATION 0 mac=AP-A reason=ROAMING
+ +50 IND DISASSOCIATION 0 mac=AP-A reason=OS
= Windows asked for the disassociation

n80211-disassoc-before-assoc: of an AP with which the attempt had failed
- +520 IND DISASSOCIATION 0 mac=AP-B reason=ROAMING
+ +520 IND DISASSOCIATION 0 reason=ROAMING
= the address of the disassociation is not exported

n80211-roam-after-os-disconnect: a roam after the disconnect request
- 0 IND ROAMING_START 0 reason=LOST
= violation error high | 5 | ASSOCIATION_START 1005 ms after OID_DOT11_DISCONNECT_REQUEST, without a connect request in between. | -1000 5 | OID_DOT11_CONNECT_REQUEST before it

n80211-roam-after-os-disconnect: inconclusive: a connect request may have been lost
- +5 IND ASSOCIATION_START 0 mac=AP-B ssid=net
+ +5 IND ASSOCIATION_START 0 mac=AP-A ssid=net
= inconclusive error medium L-LOSS | 5 | ASSOCIATION_START 1005 ms after OID_DOT11_DISCONNECT_REQUEST, without a connect request in between. | -1000 5 | OID_DOT11_CONNECT_REQUEST before it

n80211-no-roam-after-loss: nothing for 10 s after the AP was lost
- 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ 0 IND DISASSOCIATION 0 mac=AP-A
= reason or status is not exported

n80211-no-roam-after-loss: Windows resets the port within the period
- +5000 M1 RESET_REQUEST 0
= violation error high | 10000 | No ROAMING_START in 10 s after DISASSOCIATION with reason 12, and no request of Windows either. | 0 | ROAMING_START

n80211-adhoc-fields-nonzero: an ad hoc BSSID in an infrastructure roam
+ capture tlvs=0
- 0 IND ROAMING_START 0 reason=LOST adhoc-bssid=AP-B
+ 0 IND ROAMING_START 0 reason=LOST
= the ad hoc fields are not exported

n80211-adhoc-fields-nonzero: an ad hoc network needs them
- 0 IND ROAMING_START 0 reason=13 bss=adhoc adhoc-bssid=AP-B adhoc-ssid=cell
+ 0 IND ROAMING_START 0 reason=13 adhoc-bssid=AP-B adhoc-ssid=cell
= violation error high | 0 | ROAMING_START of an infrastructure network has AdhocBSSID 02:00:00:00:0b:01 and AdhocSSID "cell" instead of zero. | 0 |

n80211-failed-assoc-fields: algorithms and an authorised port in a failure
- +200 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=UNREACHABLE auth=RSNA_PSK ucipher=CCMP PortAuthorized=1
+ +200 IND ASSOCIATION_COMPLETION 0 status=UNREACHABLE auth=RSNA_PSK ucipher=CCMP PortAuthorized=1
= violation error high | 200 | The failed association with an unknown AP (status 2) has AuthAlgo, UnicastCipher, PortAuthorized set. | 200 |
= the association succeeded

n80211-failed-assoc-fields: algorithms and an authorised port in a failure
- +200 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=UNREACHABLE auth=RSNA_PSK ucipher=CCMP PortAuthorized=1
+ +200 IND ASSOCIATION_COMPLETION 0 mac=AP-B auth=RSNA_PSK ucipher=CCMP PortAuthorized=1
= the association succeeded
= the status of the association is not exported

n80211-failed-assoc-fields: algorithms and an authorised port in a failure
+ capture tlvs=0
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-C status=success beacon
+ +300 IND ASSOCIATION_COMPLETION 0 mac=AP-C status=failure beacon
= violation error high | 200 | The failed association with 02:00:00:00:0b:01 (status 2) has AuthAlgo, UnicastCipher, PortAuthorized set. | 200 |
= the fields of the association are not exported

n80211-failed-assoc-fields: a failure without them, a success with them
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-C status=success beacon auth=RSNA_PSK ucipher=CCMP mcipher=CCMP phy=HT
+ +300 IND ASSOCIATION_COMPLETION 0 mac=AP-C status=failure beacon auth=RSNA_PSK ucipher=CCMP mcipher=CCMP phy=HT
= violation error high | 300 | The failed association with 02:00:00:00:0c:01 (status 1) has AuthAlgo, UnicastCipher, MulticastCipher, PHY list set. | 300 |
= pass 1

n80211-beacon-missing: RSN without a beacon
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP no beacon
+ +300 IND ASSOCIATION_COMPLETION 0 status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP no beacon
= violation error high | 300 | The successful association with an unknown AP (algorithm 7) returns no beacon. | 300 | beacon offset and size other than 0

n80211-beacon-missing: RSN without a beacon
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP no beacon
+ +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B auth=RSNA_PSK ucipher=CCMP mcipher=CCMP no beacon
= the status of the association is not exported

n80211-beacon-missing: RSN without a beacon
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP no beacon
+ +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=failure auth=RSNA_PSK ucipher=CCMP mcipher=CCMP no beacon
= the association failed

n80211-beacon-missing: RSN without a beacon
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP no beacon
+ +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success ucipher=CCMP mcipher=CCMP no beacon
= the authentication algorithm is not reported

n80211-beacon-missing: RSN with a beacon
+ capture tlvs=0
- +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP beacon
+ +300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP
= the beacon offset is not exported

n80211-media-indication: media connect at the end of a roam
- +5 IND ASSOCIATION_START 0 mac=AP-B ssid=net
+ 302.001 IND ASSOCIATION_START 0 mac=AP-B ssid=net
= violation error high | 303 | MEDIA_CONNECT 0.999 ms after ASSOCIATION_START, inside the operation. | 302.001 303 | no media indication by the miniport

n80211-reset-leaves-pending: a roam is still open when the reset completes
- +120 M3 RESET_REQUEST 0 status=success
= the reset is pending, or its completion is not exported

n80211-reset-leaves-pending: a roam is still open when the reset completes
- +120 M3 RESET_REQUEST 0 status=success
+ +120 M3 RESET_REQUEST 0 status=failure
= the reset failed

n80211-reset-leaves-pending: inconclusive: the disassociation may have been lost
- 0 IND ROAMING_START 0 reason=LOST
+ 2020 IND ROAMING_START 0 reason=LOST
= inconclusive error medium L-LOSS | 2020 | The reset request completes with ROAMING_START without completion and the association with 02:00:00:00:0b:01 without DISASSOCIATION. | 300 2000 2020 2020 | a completion for ROAMING_START before it; a DISASSOCIATION for the association with 02:00:00:00:0b:01 before it

n80211-assoc-over-10s: completed 1 ms too late
- 5 IND ASSOCIATION_START 0 mac=AP-B ssid=net
= the start is not in the capture

n80211-assoc-over-10s: completed 1 ms too late
- 10006 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success beacon
= violation error high | 10005 | The association with 02:00:00:00:0b:01 was neither completed nor ended in 10 s [ASSOCIATION_START to ASSOCIATION_COMPLETION; profile doc]. | 5 10007 | ASSOCIATION_COMPLETION for 02:00:00:00:0b:01

n80211-assoc-over-10s: inconclusive: the capture ends after 9 s
- 5 IND ASSOCIATION_START 0 mac=AP-B ssid=net
+ 5 IND ASSOCIATION_START 0 ssid=net
= inconclusive error medium L-EDGE | 10005 | The association with an unknown AP was neither completed nor ended in 10 s [ASSOCIATION_START to ASSOCIATION_COMPLETION; profile doc]. | 5 | ASSOCIATION_COMPLETION for an unknown AP

n80211-conn-roam-over-10s: 1 ms too late
- 0 IND ROAMING_START 0 reason=LOST
= start or completion is not in the capture

n80211-conn-roam-over-10s: 1 ms too late
- 0 IND ROAMING_START 0 reason=LOST
+ 0.001 IND ROAMING_START 0 reason=LOST
= violation error high | 10001 | The roam took 10.000999 s with 2 attempts (limit 10 s) [CONNECTION_START or ROAMING_START to its completion; profile doc]. | 0.001 10001 |

n80211-conn-roam-over-10s: 1 ms too late
- 5 IND ASSOCIATION_START 0 mac=AP-B ssid=net
+ -1 IND ASSOCIATION_START 0 mac=AP-B ssid=net
= violation error high | 10001 | The roam took 10.001 s with 1 attempt (limit 10 s) [CONNECTION_START or ROAMING_START to its completion; profile doc]. | 0 10001 |

n80211-scan-over-15s: confirmed 1 ms too late
- +1 M3 SCAN_REQUEST 0 status=success
= violation error high | 15001 | The scan was confirmed after 15.001 s (limit 15 s) [scan request to SCAN_CONFIRM; profile doc]. | 0 15001 |

n80211-scan-over-15s: confirmed 1 ms too late
- 0 M1 SCAN_REQUEST 0
+ 0 M1 SCAN_REQUEST 0
+ 0 M1 SCAN_REQUEST 0 cpu=1
= violation error high | 15000 | The scan was not confirmed in 15 s [scan request to SCAN_CONFIRM; profile doc]. | 0 | SCAN_CONFIRM
= violation error high | 15001 | The scan was confirmed after 15.001 s (limit 15 s) [scan request to SCAN_CONFIRM; profile doc]. | 0 15001 |

n80211-scan-over-15s: confirmed 1 ms too late
- 0 M1 SCAN_REQUEST 0
+ 0.001 M1 SCAN_REQUEST 0
= violation error high | 15001 | The scan was confirmed after 15.000999 s (limit 15 s) [scan request to SCAN_CONFIRM; profile doc]. | 0.001 15001 |

n80211-scan-over-15s: confirmed 1 ms too late
+ capture families=M1,M3
= indications are not exported

n80211-roam-ssid-change: the roam tries an AP of another network
- 2005 IND ASSOCIATION_START 0 mac=AP-B ssid=guest
+ 2005 IND ASSOCIATION_START 0 ssid=guest
= violation error high | 2005 | The roam tries an unknown AP of "guest", but the connection is to "home". | 2000 2005 | an AP of "home"
= no roam is open

n80211-roam-ssid-change: the roam tries an AP of another network
- 2005 IND ASSOCIATION_START 0 mac=AP-B ssid=guest
+ 2005 IND ASSOCIATION_START 0 mac=AP-B
= no roam is open
= the SSID of the association is not exported

n80211-pmkid-list-late: no list in a minute
- 400 M1 CIPHER_KEY 0
= no key was set

n80211-pmkid-list-late: no list in a minute
- 300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA ucipher=CCMP mcipher=CCMP beacon
+ 300 IND ASSOCIATION_COMPLETION 0 status=success auth=RSNA ucipher=CCMP mcipher=CCMP beacon
= violation warning high | 60400 | No PMKID_CANDIDATE_LIST in 60 s after the key for the AP was set. | 300 400 | PMKID_CANDIDATE_LIST

n80211-pmkid-list-late: no list in a minute
- 300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA ucipher=CCMP mcipher=CCMP beacon
+ 300 IND ASSOCIATION_COMPLETION 0 mac=AP-B auth=RSNA ucipher=CCMP mcipher=CCMP beacon

n80211-pmkid-list-late: no list in a minute
- 300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA ucipher=CCMP mcipher=CCMP beacon
+ 300 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success ucipher=CCMP mcipher=CCMP beacon
= the authentication algorithm is not reported

n80211-pmkid-list-late: no list in a minute
+ capture pmkid-capable=0
+ capture model=native80211 to=70000
- capture model=native80211 pmkid-capable=1 to=70000
= the driver does not support PMKIDs

n80211-no-roam-after-loss: nothing for 10 s after the AP was lost
- 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ 5000 IND PHY_STATE_CHANGED 0 state=0
= a request of Windows, a new connection or the radio came first

n80211-no-roam-after-loss: nothing for 10 s after the AP was lost
- 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ 5000 IND PHY_STATE_CHANGED 0 state=1
= violation error high | 10000 | No ROAMING_START in 10 s after DISASSOCIATION with reason 12, and no request of Windows either. | 0 | ROAMING_START

n80211-no-roam-after-loss: nothing for 10 s after the AP was lost
- 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ -100 IND PHY_STATE_CHANGED 0 state=0
+ 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
= the radio is off

n80211-no-roam-after-loss: nothing for 10 s after the AP was lost
- 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ -100 IND CONNECTION_START 0
+ 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
= a connection is being made

n80211-no-roam-after-loss: nothing for 10 s after the AP was lost
- 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ 0 IND DISASSOCIATION 0 mac=AP-A reason=LOST
+ 5000 LOG REMOVED adapter
= the adapter was halted
`)
