import {variants} from '../variants.js'

variants(`
sae-without-sae-auth: a list with WPA2-PSK only
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= the command (M1) is not in the capture

sae-without-sae-auth: a list with WPA2-PSK only
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B
= the auth list of the task is not exported

sae-without-sae-auth: a list with WPA2-PSK only
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - type=0
= violation warning high | 10 | SAE was started with an unknown BSSID, but the task lists the algorithms 7 without 9 (WPA3-SAE). | 0 10 | WPA3-SAE in the auth list of the task

sae-first-indication: the exchange begins with a commit frame of the AP
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
+ 0 M1 TASK_CONNECT ? 101 entries=AP-B auth=WPA3_SAE
= inconclusive warning medium L-EDGE | 10 | The first SAE indication for 02:00:00:00:0b:01 in the task is type 1 (commit frame received), not a request for commit parameters. | 10 | SAE_AUTH_PARAMS_NEEDED of type 0 for 02:00:00:00:0b:01 before it

sae-first-indication: the exchange begins with a commit frame of the AP
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=1 confirm-params
+ +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-A type=1 confirm-params
= violation warning high | 10 | The first SAE indication for 02:00:00:00:0b:01 in the task is type 1 (commit frame received), not a request for commit parameters. | 0 10 | SAE_AUTH_PARAMS_NEEDED of type 0 for 02:00:00:00:0b:01 before it

sae-confirm-before-commit: the confirm frame follows the first request
- +24 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=2 confirm-frame
= no confirm frame reported

sae-confirm-before-commit: the confirm frame follows the first request
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
+ 24.001 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
= inconclusive error medium L-EDGE | 24 | A confirm frame of 02:00:00:00:0b:01 is reported, but no commit frame of this AP before it in the task. | 10 24 | SAE_AUTH_PARAMS_NEEDED of type 1 for 02:00:00:00:0b:01 before it
= no confirm frame reported

sae-confirm-before-commit: the confirm frame follows the first request
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B
= the type of SAE indications is not exported

sae-frame-missing: a commit indication without commit frame
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B
= the TLV list of SAE indications is not exported
= the type of SAE indications is not exported

sae-response-missing: the confirm frame is never answered
- +532 IND CONNECT_COMPLETE 1 101 status=failure
= the task is not completed in the capture

sae-response-missing: the confirm frame is never answered
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE cpu=1
= violation warning high | 24 | SAE_AUTH_PARAMS_NEEDED for 02:00:00:00:0b:01, type 1 (commit frame received), was not answered in 500 ms, when the next SAE_AUTH_PARAMS_NEEDED came. | 24 524 | M1 of SET_SAE_AUTH_PARAMS
= pass 1
= an error indication needs no answer

sae-response-missing: the confirm frame is never answered
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B
= violation warning high | 24 | SAE_AUTH_PARAMS_NEEDED for 02:00:00:00:0b:01, type 1 (commit frame received), was not answered in 500 ms, when the next SAE_AUTH_PARAMS_NEEDED came. | 24 524 | M1 of SET_SAE_AUTH_PARAMS
= an error indication needs no answer
= the type of SAE indications is not exported

sae-response-missing: the confirm frame is never answered
+ capture tlvs=0
- +24 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=1 commit-frame
+ +24 IND SAE_AUTH_PARAMS_NEEDED 1 - type=1 commit-frame
= violation warning high | 24 | SAE_AUTH_PARAMS_NEEDED for an unknown BSSID, type 1 (commit frame received), was not answered in 500 ms, when the next SAE_AUTH_PARAMS_NEEDED came. | 24 524 | M1 of SET_SAE_AUTH_PARAMS
= pass 1
= an error indication needs no answer

sae-response-type-invalid: a confirm although commit parameters were asked for
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=1 confirm-params
+ 24.001 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=1 confirm-params
= an indication that needs no answer, or of a type that is not exported

sae-response-type-invalid: a confirm although commit parameters were asked for
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - type=0
= violation warning high | 15 | The host answered the indication of type 0 (commit parameters needed) for an unknown BSSID with type 1 (confirm). | 10 15 | SET_SAE_AUTH_PARAMS of type 0 (commit), type 4 (commit with hash-to-element), type 2 (failure)

sae-response-type-invalid: a confirm although commit parameters were asked for
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B
= an indication that needs no answer, or of a type that is not exported

sae-response-type-invalid: a confirm although commit parameters were asked for
+ capture tlvs=0
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=1 confirm-params
+ +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B confirm-params
= the type of SAE answers is not exported

sae-response-payload-missing: a commit without commit parameters
+ capture tlvs=0
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=0
+ +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B
= the type of SAE answers is not exported

sae-response-payload-missing: a commit without commit parameters
+ capture tlvs=0
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=0
+ +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=2
= the TLV list of SAE answers is not exported

sae-response-bssid-mismatch: AP-B asks, AP-C is answered
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - type=0
= the BSSID of the indication or answer is not exported

sae-response-bssid-mismatch: AP-B asks, AP-C is answered
+ capture tlvs=0
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-C type=0 commit-params
+ +15 M1 SET_SAE_AUTH_PARAMS 1 102 type=0 commit-params
= the BSSID of the indication or answer is not exported

sae-despite-pmkid: SAE at once, although the host gave a PMKID
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0

sae-despite-pmkid: SAE at once, although the host gave a PMKID
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-A pmkid=K1) auth=WPA3_SAE
= the host gave no PMKID for the AP

sae-despite-pmkid: SAE at once, although the host gave a PMKID
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE truncated
= the candidates of the task are not exported

sae-despite-pmkid: SAE at once, although the host gave a PMKID
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE
+ 0.001 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE
= violation info high | 10 | SAE with 02:00:00:00:0b:01 begins 9.999 ms after the command without an attempt to use the PMKID that the host gave for it. | 0.001 10 | ASSOCIATION_RESULT with a failure for 02:00:00:00:0b:01 before it

sae-despite-pmkid: SAE at once, although the host gave a PMKID
- +90 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)
+ +90 IND ASSOCIATION_RESULT 1 - (AP-B status=1 auth=WPA3_SAE)
= violation info high | 10 | SAE with 02:00:00:00:0b:01 begins 10 ms after the command without an attempt to use the PMKID that the host gave for it. | 0 10 | ASSOCIATION_RESULT with a failure for 02:00:00:00:0b:01 before it

sae-assoc-without-authentication: associated with SAE, but no exchange took place
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
= the command (M1) is not in the capture

sae-assoc-without-authentication: associated with SAE, but no exchange took place
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE truncated
= the candidates of the task are not exported

sae-assoc-without-authentication: associated with SAE, but no exchange took place
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
+ 1.001 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
= violation error high | 60 | 02:00:00:00:0b:01 is associated with WPA3-SAE and without PMKID, without an SAE answer of the host for it. | 1.001 60 | SET_SAE_AUTH_PARAMS of type 3 (success) for 02:00:00:00:0b:01 before the result

sae-assoc-without-authentication: associated with SAE, but no exchange took place
+ capture families=M3,IND
= properties are not exported

sae-assoc-without-authentication: associated with SAE, but no exchange took place
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=0 auth=WPA3_SAE)
= the BSSID of the result is not exported

sae-assoc-without-authentication: the last answer for the AP was a failure
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=2 status=5
+ 60.001 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=2 status=5
= violation error high | 60 | 02:00:00:00:0b:01 is associated with WPA3-SAE and without PMKID, without an SAE answer of the host for it. | 0 60 | SET_SAE_AUTH_PARAMS of type 3 (success) for 02:00:00:00:0b:01 before the result

sae-assoc-without-authentication: the last answer for the AP was a failure
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-A status=0 auth=WPA3_SAE)
= violation error high | 60 | 02:00:00:00:0a:01 is associated with WPA3-SAE and without PMKID, without an SAE answer of the host for it. | 0 60 | SET_SAE_AUTH_PARAMS of type 3 (success) for 02:00:00:00:0a:01 before the result

sae-host-timeout: the driver waited half a second for the confirm
- +524 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=3 status=52
+ +524 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=3
= the status of the SAE error is not exported

sae-host-timeout: the driver waited half a second for the confirm
- +524 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=3 status=52
+ +524 IND SAE_AUTH_PARAMS_NEEDED ? - AP-B type=3 status=52
= violation warning high | 524 | The driver gave up waiting for the confirm parameters from the host for 02:00:00:00:0b:01: status 52 (TIMEOUT_WAITING_FOR_CONFIRM_REQUEST). | 524 | SET_SAE_AUTH_PARAMS in time

sae-host-timeout: the driver waited half a second for the confirm
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B
= violation warning high | 524 | The driver gave up waiting for the confirm parameters from the host for 02:00:00:00:0b:01, 500 ms after its previous indication: status 52 (TIMEOUT_WAITING_FOR_CONFIRM_REQUEST). | 24 524 | SET_SAE_AUTH_PARAMS in time
= the type of SAE indications is not exported

sae-host-timeout: the driver waited half a second for the confirm
+ capture tlvs=0
- +524 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=3 status=52
+ +524 IND SAE_AUTH_PARAMS_NEEDED 1 - type=3 status=52
= violation warning high | 524 | The driver gave up waiting for the confirm parameters from the host for an unknown BSSID, 500 ms after its previous indication: status 52 (TIMEOUT_WAITING_FOR_CONFIRM_REQUEST). | 24 524 | SET_SAE_AUTH_PARAMS in time

sae-commit-loop: four commits for one AP
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
+ 0 M1 TASK_CONNECT ? 101 entries=AP-B auth=WPA3_SAE
= violation info high | 42 | The host sent 4 SAE commits for 02:00:00:00:0b:01 in 30 ms (usual: up to 3); status codes of the commit frames of the AP: 76, 76, 76. | 12 22 32 42 |

sae-commit-loop: four commits for one AP
- +12 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=0 commit-params
+ +12 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=0 commit-params
+ +12 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=0 commit-params cpu=1
= violation info high | 32 | The host sent 5 SAE commits for 02:00:00:00:0b:01 in 30 ms (usual: up to 3); status codes of the commit frames of the AP: 76, 76, 76. | 12 12 22 32 42 |

sae-commit-loop: four commits for one AP
+ capture families=M3,IND
= properties are not exported

sae-failed: the host cannot verify the confirm: a wrong password
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=0 commit-params
+ +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=2 commit-params
= violation info high | 15 | SAE with 02:00:00:00:0b:01 failed: the host gave no status. | 15 43 |

sae-failed: the host cannot verify the confirm: a wrong password
- +43 M1 SET_SAE_AUTH_PARAMS 1 104 AP-B type=2 status=35
+ +43 M1 SET_SAE_AUTH_PARAMS 1 104 AP-B type=2 status=0
= violation info high | 43 | SAE with 02:00:00:00:0b:01 failed: the host gave status 0 (SUCCESS). | 43 |

sae-failed: the host cannot verify the confirm: a wrong password
- +43 M1 SET_SAE_AUTH_PARAMS 1 104 AP-B type=2 status=35
+ +43 M1 SET_SAE_AUTH_PARAMS 1 104 AP-B type=2 status=1
= violation info high | 43 | SAE with 02:00:00:00:0b:01 failed in its set-up: the host gave status 1 (FAILURE). | 43 |

sae-failed: the host cannot verify the confirm: a wrong password
+ capture tlvs=0
- +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=0 commit-params
+ +15 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=2 commit-params
= violation info high | 43 | SAE with 02:00:00:00:0b:01 failed at the confirm: the host gave status 35 (CONFIRM_MESSAGE_VERIFICATION_FAILED). | 15 43 |

sae-failed: the host cannot verify the confirm: a wrong password
+ capture tlvs=0
- +43 M1 SET_SAE_AUTH_PARAMS 1 104 AP-B type=2 status=35
+ +43 M1 SET_SAE_AUTH_PARAMS 1 104 AP-B type=2
= the status of the SAE failure is not exported


sae-outside-task: the driver authenticates once more after the connect is completed
+ capture families=PROP,M3,IND
= task commands (M1) are not exported

sae-first-indication: the exchange begins with a commit frame of the AP
+ capture tlvs=0
- +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=1 commit-frame
+ +10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B commit-frame
= the type of SAE indications is not exported
`)
