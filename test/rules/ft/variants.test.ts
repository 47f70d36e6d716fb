import {variants} from '../variants.js'

variants(`
ft-outside-roam-task: after the roam was completed
+ capture tlvs=0
- +40 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
+ +40 IND FT_ASSOC_PARAMS_NEEDED 1 - request{} response{}
= violation warning high | 40 | FT_ASSOC_PARAMS_NEEDED for an unknown BSSID while no roam is open on the port. | 40 | M1 of TASK_ROAM before it

ft-outside-roam-task: inside a connect
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA RoamFlag=1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA
= violation warning high | 12 | FT_ASSOC_PARAMS_NEEDED for 02:00:00:00:0b:01 inside TASK_CONNECT, which is no roam. | 0 12 | M1 of TASK_ROAM before it

ft-response-missing: the driver waits in vain and the roam fails
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
= no FT indication in the task

ft-response-missing: the driver waits in vain and the roam fails
- +900 IND ROAM_COMPLETE 1 101 status=failure
= the task is not completed in the capture

ft-response-missing: the driver waits in vain and the roam fails
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - request{} response{}
= violation warning high | 12 | FT_ASSOC_PARAMS_NEEDED for an unknown BSSID was not answered in 888 ms, when ROAM_COMPLETE came. | 12 900 | M1 of SET_FAST_BSS_TRANSITION_PARAMETERS

ft-response-missing: inconclusive: no direct command in the whole capture, yet the AP was joined by FT
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
= violation warning high | 12 | FT_ASSOC_PARAMS_NEEDED for 02:00:00:00:0b:01 was not answered in 32 ms, when ASSOCIATION_RESULT came. | 12 44 | M1 of SET_FAST_BSS_TRANSITION_PARAMETERS

ft-params-response-incomplete: the FT element is missing
- +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde
+ +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success mde
= violation error high | 18 | The FT parameters have a success status, but their RSN element is absent and their FT element is absent. | 18 | RSN element; FT element

ft-params-response-incomplete: the FT element is missing
- +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde
+ +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie
= violation error high | 18 | The FT parameters have a success status, but their mobility domain element is absent and their FT element is absent. | 18 | mobility domain element; FT element

ft-params-response-incomplete: the FT element is missing
- +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde
+ +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde truncated
= the TLV list of the answer is not exported

ft-params-response-incomplete: the FT element is missing
+ capture tlvs=0
- +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde
+ +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 rsnie mde
= the status of the answer is not exported

ft-params-response-incomplete: the FT element is there, but empty
- +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde fte(empty)
+ +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde fte( )
= pass 1

ft-reassoc-without-host-params: an FT element nobody computed; another exchange shows that direct commands are recorded
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
= no FT indication for the AP that was joined

ft-reassoc-without-host-params: an FT element nobody computed; another exchange shows that direct commands are recorded
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA reassociation=1 request{fte})
= no success

ft-reassoc-without-host-params: an FT element nobody computed; another exchange shows that direct commands are recorded
- +8 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-C request{} response{}
+ +8 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
= pass 1

ft-reassoc-without-host-params: an FT element nobody computed; another exchange shows that direct commands are recorded
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
+ 44.001 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
= no FT indication for the AP that was joined

ft-reassoc-without-host-params: an FT element nobody computed; another exchange shows that direct commands are recorded
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA reassociation=1 request{fte})
+ +44 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA reassociation=1 )
= the association request is not exported

ft-reassoc-without-host-params: an FT element nobody computed; another exchange shows that direct commands are recorded
+ capture families=M3,IND
= properties are not exported

ft-reassoc-after-host-failure: reassociates with an FT element after the failure
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
= no answer with a failure status

ft-reassoc-after-host-failure: reassociates with an FT element after the failure
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA reassociation=1 request{fte})
= pass 1

ft-reassoc-after-host-failure: reassociates with an FT element after the failure
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA reassociation=1 request{fte})
+ +44 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA reassociation=1 )
= the association request is not exported

ft-reassoc-after-host-failure: reassociates with an FT element after the failure
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - request{} response{}
= no answer with a failure status

ft-reassoc-after-host-failure: reassociates with an FT element after the failure
+ capture tlvs=0
- +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=failure
+ +18 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102
= no answer with a failure status

ft-params-not-from-os-candidates: the SNonce of one candidate with the R0KH-ID of the other
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
= no task with its command around the indication

ft-params-not-from-os-candidates: the SNonce of one candidate with the R0KH-ID of the other
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
+ 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{ pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
= violation error high | 12 | The FT request for 02:00:00:00:0b:01 (mobility domain 6abe, SNonce 3696ad59777e09d5…, R0KH-ID 72306b6832) agrees with none of the host's candidates: mobility domain and R0KH-ID differ from 02:00:00:00:0b:01; SNonce differs from 02:00:00:00:0c:01. | 0 12 | mobility domain, PMKR0Name, SNonce and R0KH-ID of one and the same candidate

ft-params-not-from-os-candidates: the SNonce of one candidate with the R0KH-ID of the other
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
+ 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
= violation error high | 12 | The FT request for 02:00:00:00:0b:01 (mobility domain 6abe, SNonce 3696ad59777e09d5…, R0KH-ID 72306b6832) agrees with none of the host's candidates: PMKR0Name and R0KH-ID differ from 02:00:00:00:0b:01; SNonce differs from 02:00:00:00:0c:01. | 0 12 | mobility domain, PMKR0Name, SNonce and R0KH-ID of one and the same candidate

ft-params-not-from-os-candidates: the SNonce of one candidate with the R0KH-ID of the other
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
+ 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15 truncated
= the entries of the task are not exported

ft-params-not-from-os-candidates: the SNonce of one candidate with the R0KH-ID of the other
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2} response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{no fte mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2} response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2}
= violation error high | 12 | The FT request for 02:00:00:00:0b:01 (mobility domain 6abe, SNonce absent, R0KH-ID absent) agrees with none of the host's candidates: SNonce and R0KH-ID differ from 02:00:00:00:0b:01; SNonce and R0KH-ID differ from 02:00:00:00:0c:01. | 0 12 | mobility domain, PMKR0Name, SNonce and R0KH-ID of one and the same candidate

ft-params-not-from-os-candidates: the SNonce of one candidate with the R0KH-ID of the other
+ capture tlvs=0
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
+ 0 M1 TASK_ROAM 1 101 entries=( ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
= violation error high | 12 | The FT request for 02:00:00:00:0b:01 (mobility domain 6abe, SNonce 3696ad59777e09d5…, R0KH-ID 72306b6832) agrees with none of the host's candidates: R0KH-ID differs from an entry without BSSID; SNonce differs from 02:00:00:00:0c:01. | 0 12 | mobility domain, PMKR0Name, SNonce and R0KH-ID of one and the same candidate

ft-params-not-from-os-candidates: the SNonce of one candidate with the R0KH-ID of the other
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2} response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2} response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2}
= violation error high | 12 | The FT request for an unknown BSSID (mobility domain 6abe, SNonce 3696ad59777e09d5…, R0KH-ID 72306b6832) agrees with none of the host's candidates: R0KH-ID differs from 02:00:00:00:0b:01; SNonce differs from 02:00:00:00:0c:01. | 0 12 | mobility domain, PMKR0Name, SNonce and R0KH-ID of one and the same candidate

ft-params-not-from-os-candidates: the SNonce of one candidate with the R0KH-ID of the other
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2} response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2}
= the FT authentication request is not exported

ft-auth-request-malformed: two PMKIDs
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{pmkids=2} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{no rsn pmkids=2} response{}
= violation error high | 12 | The FT authentication request for 02:00:00:00:0b:01 has no RSN element. | 12 | RSN element with one PMKID, mobility domain element, FT element with zero ANonce and MIC

ft-auth-request-malformed: two PMKIDs
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{pmkids=2} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{no fte pmkids=2} response{}
= violation error high | 12 | The FT authentication request for 02:00:00:00:0b:01 has 2 PMKIDs instead of one, no FT element. | 12 | RSN element with one PMKID, mobility domain element, FT element with zero ANonce and MIC

ft-auth-request-malformed: two PMKIDs
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{pmkids=2} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{no mde pmkids=2} response{}
= violation error high | 12 | The FT authentication request for 02:00:00:00:0b:01 has 2 PMKIDs instead of one, no mobility domain element. | 12 | RSN element with one PMKID, mobility domain element, FT element with zero ANonce and MIC

ft-auth-request-malformed: two PMKIDs
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{pmkids=2} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mic=M2 pmkids=2} response{}
= violation error high | 12 | The FT authentication request for 02:00:00:00:0b:01 has 2 PMKIDs instead of one, a MIC that is not zero. | 12 | RSN element with one PMKID, mobility domain element, FT element with zero ANonce and MIC

ft-auth-request-malformed: two PMKIDs
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{pmkids=2} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{seq=2 pmkids=2} response{}
= violation error high | 12 | The FT authentication request for 02:00:00:00:0b:01 has 2 PMKIDs instead of one, sequence number 2 instead of 1. | 12 | RSN element with one PMKID, mobility domain element, FT element with zero ANonce and MIC

ft-auth-request-malformed: two PMKIDs
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{pmkids=2} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - request{pmkids=2} response{}
= violation error high | 12 | The FT authentication request for an unknown BSSID has 2 PMKIDs instead of one. | 12 | RSN element with one PMKID, mobility domain element, FT element with zero ANonce and MIC

ft-auth-request-malformed: two PMKIDs
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{pmkids=2} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B response{}
= the FT authentication request is not exported

ft-auth-response-inconsistent: the AP answers with another SNonce
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{no fte mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
= pass 1

ft-auth-response-inconsistent: the AP answers with another SNonce
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{truncated snonce=S2}
= violation warning high | 12 | The FT authentication response of 02:00:00:00:0b:01 has another SNonce. | 12 | mobility domain, SNonce and R0KH-ID of the request, and status 0

ft-auth-response-inconsistent: the AP answers with another SNonce
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{no mde snonce=S2}
= violation warning high | 12 | The FT authentication response of 02:00:00:00:0b:01 has mobility domain absent instead of 6abe, another SNonce. | 12 | mobility domain, SNonce and R0KH-ID of the request, and status 0

ft-auth-response-inconsistent: the AP answers with another SNonce
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
= violation warning high | 12 | The FT authentication response of an unknown BSSID has another SNonce. | 12 | mobility domain, SNonce and R0KH-ID of the request, and status 0

ft-auth-response-inconsistent: the AP answers with another SNonce
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B response{snonce=S2}
= the FT authentication frames are not exported

ft-auth-response-inconsistent: the AP refused, and the driver asks for parameters all the same
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{status=28}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{truncated status=28}
= violation warning high | 12 | The FT authentication response of 02:00:00:00:0b:01 has status 28. | 12 | mobility domain, SNonce and R0KH-ID of the request, and status 0

ft-auth-response-inconsistent: all values repeated; only the ANonce is new
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{snonce=S1} response{snonce=S1 anonce=A1 status=0}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{truncated snonce=S1} response{snonce=S1 anonce=A1 status=0}
= the FT authentication frames are not exported in full

ft-in-fips-mode: the driver does FT although the task says FIPS
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=15 FIPSConnection=1
= the command (M1) is not in the capture

ft-in-fips-mode: the driver does FT although the task says FIPS
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=15 FIPSConnection=1
+ 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=15 FIPSConnection=1 truncated
= violation error high | 12 | The driver asks for FT parameters of 02:00:00:00:0b:01 in a task with FIPSConnection = 1. | 0 12 | an association without FT

ft-in-fips-mode: the driver does FT although the task says FIPS
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - request{} response{}
= violation error high | 12 | The driver asks for FT parameters of an unknown BSSID in a task with FIPSConnection = 1. | 0 12 | an association without FT

ft-in-fips-mode: the host gives FT parameters in host FIPS mode
+ capture tlvs=0
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15 HostFIPSModeEnabled=1
+ 0 M1 TASK_ROAM 1 101
= the connection settings are not exported

ft-unsupported-akm: the driver does FT with a pre-shared key
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
= the command (M1) is not in the capture

ft-unsupported-akm: the driver does FT with a pre-shared key
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
= the task has nothing to do with FT

ft-unsupported-akm: the driver does FT with a pre-shared key
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
+ 0 M1 TASK_ROAM 1 101 auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
= violation warning high | 12 | The driver asks for FT parameters, but the authentication list of the task (7) has no 802.1X algorithm. | 0 12 | an association without FT

ft-unsupported-akm: the driver does FT with a pre-shared key
+ capture tlvs=0
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
+ 0 M1 TASK_ROAM 1 101 entries=AP-B RoamFlag=1 RoamNeededReason=15
= the authentication list of the task is not exported

ft-not-used-in-mobility-domain: the chosen candidate has FT parameters, but there is no FT exchange
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
= the command (M1) is not in the capture

ft-not-used-in-mobility-domain: the chosen candidate has FT parameters, but there is no FT exchange
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA)
= no successful roam

ft-not-used-in-mobility-domain: the chosen candidate has FT parameters, but there is no FT exchange
- +45 IND ROAM_COMPLETE 1 101 status=success
= no successful roam

ft-not-used-in-mobility-domain: the chosen candidate has FT parameters, but there is no FT exchange
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
+ 0 M1 TASK_ROAM 1 101 entries=(AP-A ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
= the chosen entry shows no FT parameters

ft-not-used-in-mobility-domain: the chosen candidate has FT parameters, but there is no FT exchange
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
+ 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15 truncated
= the entries of the task are not exported

ft-not-used-in-mobility-domain: the chosen candidate has FT parameters, but there is no FT exchange
+ capture tlvs=0
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA)
+ +44 IND ASSOCIATION_RESULT 1 - ( status=0 auth=RSNA)
= no successful roam

ft-params-on-initial-connect: a first connect with FT parameters
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA
= the command (M1) is not in the capture

ft-params-on-initial-connect: a first connect with FT parameters
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B ) auth=RSNA
= pass 1

ft-params-on-initial-connect: a first connect with FT parameters
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA
+ 0 M1 TASK_CONNECT 1 101
= pass 1

ft-params-on-initial-connect: a first connect with FT parameters
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA truncated
= the roam flag is not exported

ft-fallback: FT is refused by one AP, the next is joined with 802.1X
- 0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) AP-C auth=RSNA RoamFlag=1 RoamNeededReason=15
= no success

ft-fallback: FT is refused by one AP, the next is joined with 802.1X
- +40 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=55 reassociation=1 request{fte} response)
= violation info high | 80 | FT was tried with 02:00:00:00:0b:01, but 02:00:00:00:0c:01 was joined as 8021x. | 12 80 |

ft-fallback: FT is refused by one AP, the next is joined with 802.1X
- +40 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=55 reassociation=1 request{fte} response)
+ +40 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=55 reassociation=1 request{fte} response)
+ +40 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=55 reassociation=1 request{fte} response) cpu=1
= violation info high | 80 | FT was tried with 02:00:00:00:0b:01, but 02:00:00:00:0c:01 was joined as 8021x; 02:00:00:00:0b:01 failed with code 55, 02:00:00:00:0b:01 failed with code 55. | 12 40 40 80 |

ft-fallback: FT is refused by one AP, the next is joined with 802.1X
+ capture tlvs=0
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - request{} response{}
= violation info high | 80 | FT was tried with an unknown BSSID, but 02:00:00:00:0c:01 was joined as 8021x; 02:00:00:00:0b:01 failed with code 55. | 12 40 80 |

pmk-or-ft-rejected-by-ap: the AP does not know the PMKID
- +1 M3 TASK_CONNECT 1 101 status=success
+ +1 M3 TASK_CONNECT 1 101 status=failure
= violation info high | 44 | 02:00:00:00:0b:01 refused with 802.11 status code 53: invalid PMKID (cause: PMKID). | 44 |

pmk-or-ft-rejected-by-ap: the AP does not know the PMKID
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
+ +44 IND ASSOCIATION_RESULT 1 - (AP-B code=53 response)
= the attempt succeeded

pmk-or-ft-rejected-by-ap: the AP does not know the PMKID
+ capture tlvs=0
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
+ +44 IND ASSOCIATION_RESULT 1 - ( status=54 code=53 response)
= violation info high | 44 | The AP refused with 802.11 status code 53: invalid PMKID (cause: PMKID). | 44 |

pmk-or-ft-rejected-by-ap: the AP does not know the PMKID
+ capture tlvs=0
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
+ +44 IND ASSOCIATION_RESULT 1 -
= the entries of the result are not exported

ft-auth-response-inconsistent: the AP answers with another SNonce
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2 r0kh=r0kh2}
= violation warning high | 12 | The FT authentication response of 02:00:00:00:0b:01 has another SNonce, another R0KH-ID. | 12 | mobility domain, SNonce and R0KH-ID of the request, and status 0

ft-auth-response-inconsistent: the AP answers with another SNonce
- +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{no fte}
= violation warning high | 12 | The FT authentication response of 02:00:00:00:0b:01 has no SNonce, no R0KH-ID. | 12 | mobility domain, SNonce and R0KH-ID of the request, and status 0

pmk-or-ft-rejected-by-ap: the AP does not know the PMKID
+ capture tlvs=0
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
+ +44 IND ASSOCIATION_RESULT 1 - (AP-B response)
= status or 802.11 status code is not exported

pmk-or-ft-rejected-by-ap: the AP does not know the PMKID
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
+ +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
= violation info high | 44 | 02:00:00:00:0b:01 refused with 802.11 status code 53: invalid PMKID (cause: FT). | 12 44 |

pmk-or-ft-rejected-by-ap: the AP does not know the PMKID
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
+ +12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-C request{} response{}
+ +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
= violation info high | 44 | 02:00:00:00:0b:01 refused with 802.11 status code 53: invalid PMKID (cause: PMKID). | 44 |

pmk-or-ft-rejected-by-ap: the AP does not know the PMKID
- +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
+ +44 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 response)
+ +44.5 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}
= violation info high | 44 | 02:00:00:00:0b:01 refused with 802.11 status code 53: invalid PMKID (cause: PMKID). | 44 |

ft-deadline-exceeded: the result comes 1025 ms after the indication
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
+ -7000 M1 TASK_CONNECT 1 91 entries=AP-A auth=RSNA
+ -6999 M3 TASK_CONNECT 1 91 status=success
+ -6900 IND ASSOCIATION_RESULT 1 - (AP-A status=0 auth=RSNA response{deadline=500})
+ -6899 IND CONNECT_COMPLETE 1 91 status=success
= violation info high | 1037 | The result for 02:00:00:00:0b:01 comes 1025 ms after its FT authentication (deadline 512 ms, 500 TU by the association response) [FT_ASSOC_PARAMS_NEEDED to the result of its access point; profile doc]. | -6900 12 1037 |

ft-deadline-exceeded: the result comes 1025 ms after the indication
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
+ -7000 M1 TASK_CONNECT 1 91 entries=AP-C auth=RSNA
+ -6999 M3 TASK_CONNECT 1 91 status=success
+ -6900 IND ASSOCIATION_RESULT 1 - (AP-C status=54 code=17 response{deadline=500})
+ -6899 IND CONNECT_COMPLETE 1 91 status=failure
+ -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= violation info high | 1037 | The result for 02:00:00:00:0b:01 comes 1025 ms after its FT authentication (deadline 1024 ms, the default of 1000 TU) [FT_ASSOC_PARAMS_NEEDED to the result of its access point; profile doc]. | 12 1037 |
`)
