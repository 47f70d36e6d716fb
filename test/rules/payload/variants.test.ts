import {variants} from '../variants.js'

variants(`
mandatory-tlv-missing: a trigger without its reason
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=30
+ -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=30 truncated
= violation error high | 0 | ROAMING_NEEDED lacks WDI_TLV_ROAMING_NEEDED_PARAMETERS (0x55). | 0 | WDI_TLV_ROAMING_NEEDED_PARAMETERS (0x55)
= the TLV list of the message is not exported

mandatory-tlv-missing: a trigger without its reason
+ capture tlvs=0
= the TLV list of the message is not exported

auth-fail-frame-missing: no response came: status 41
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=41)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B )
= the status of the result is not exported

assoc-fail-frame-missing: the AP is full, its response is not shown
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=17)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=17) truncated
= the TLV list of the result is not exported

assoc-fail-frame-missing: no response came: status 51
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B )
= the status of the result is not exported

auth-frame-unexpected: on a refused association
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=17 response auth-response{code=0})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B code=17 response auth-response{code=0})
= violation warning high | 60 | The result for 02:00:00:00:0b:01 carries an authentication response, although its status 0 is none of the authentication exchange (40 to 45). | 60 |

auth-frame-unexpected: on a refused association
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=17 response auth-response{code=0})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=54 code=17 response auth-response{code=0})
= violation warning high | 60 | The result for an unknown AP carries an authentication response, although its status 54 is none of the authentication exchange (40 to 45). | 60 |

auth-frame-unexpected: on a refused association
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=17 response auth-response{code=0})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=17 response )
= the TLV list of the result is not exported

assoc-status-code-inconsistent: refused with code 0
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=0 response)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=54 code=0 response)
= violation warning high | 60 | The result for an unknown AP has status 54 and 802.11 status code 0, but a refusal has a code other than 0. | 60 |

candidate-outside-list: the list has AP-B, the driver tries AP-C
+ capture families=M3,IND
= properties, which may add candidates, are not exported

candidate-outside-list: the list has AP-B, the driver tries AP-C
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-C status=2)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=2)
= the BSSID of the result is not exported

candidate-disallowed: a forbidden AP is tried
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=RSNA_PSK disallowed=AP-C,AP-D
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=RSNA_PSK
= the disallowed list is not exported

candidate-disallowed: a forbidden AP is tried
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-C status=2)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=2)
= the BSSID of the result is not exported

candidate-not-allowed: a candidate that is not among the allowed ones
- 0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=RSNA_PSK allowed=AP-B
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=RSNA_PSK
= the task has no allowed list

candidate-not-allowed: a candidate that is not among the allowed ones
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=RSNA_PSK allowed=AP-B
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=RSNA_PSK
= the allowed list is not exported

candidate-not-allowed: a candidate that is not among the allowed ones
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-C status=2)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=2)
= the BSSID of the result is not exported

candidate-wrong-ssid: the request names another network
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK ssid=office
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= the SSID list of the task is not exported

candidate-wrong-ssid: the request names another network
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{ssid=guest})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 request{ssid=guest})
= violation warning high | 60 | The request to the AP names the SSID "guest", the task only "office". | 0 60 | an SSID of the task in the request

candidate-not-preferred: the preferred AP is never tried
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-C flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
= pass 1

candidate-not-preferred: the preferred AP is never tried
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-A flags=0x0) auth=RSNA_PSK
= the joined access point is none of the candidates

candidate-not-preferred: the preferred AP is never tried
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C ) auth=RSNA_PSK
= violation warning high | 60 | The driver joined 02:00:00:00:0c:01, which the host does not prefer, and left out 02:00:00:00:0b:01, which it does (flags: 02:00:00:00:0b:01 0x1, 02:00:00:00:0c:01 none; tried in this order: 02:00:00:00:0c:01). | 0 60 | an attempt on 02:00:00:00:0b:01 first

candidate-not-preferred: the preferred AP is never tried
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101
= the host gave no selection flags

candidate-not-preferred: the preferred AP is never tried
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK truncated
= the selection flags are not exported

candidate-not-preferred: the preferred AP is never tried
+ capture override=?
+ capture model=wificx
- capture model=wificx override=0
= the capability to choose access points is not known

candidate-not-preferred: the preferred AP is never tried
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=( flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
= violation warning high | 60 | The driver joined 02:00:00:00:0c:01, which the host does not prefer, and left out an unknown AP, which it does (flags: an unknown AP 0x1, 02:00:00:00:0c:01 0x0; tried in this order: 02:00:00:00:0c:01). | 0 60 | an attempt on an unknown AP first

candidate-not-preferred: the preferred AP is never tried
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B ) (AP-C flags=0x0) auth=RSNA_PSK
= the selection flags are not exported

candidate-not-preferred: the preferred AP is never tried
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=RSNA_PSK)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=0 auth=RSNA_PSK)
= the BSSID of the result is not exported

candidate-not-preferred: one of two preferred ones was left untried
+ capture tlvs=0
- +40 IND ASSOCIATION_RESULT 1 - (AP-B status=2)
+ +40 IND ASSOCIATION_RESULT 1 - ( status=2)
= violation warning high | 60 | The driver joined 02:00:00:00:0c:01, which the host does not prefer, and left out 02:00:00:00:0b:01, 02:00:00:00:0d:01, which it does (flags: 02:00:00:00:0b:01 0x1, 02:00:00:00:0d:01 0x1, 02:00:00:00:0c:01 0x2; tried in this order: an unknown AP, 02:00:00:00:0c:01). | 0 60 | an attempt on 02:00:00:00:0b:01, 02:00:00:00:0d:01 first

security-not-offered: the task wants SAE, the result has a pre-shared key
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MFPEnabled=1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MFPEnabled=1 truncated
= violation warning high | 60 | The association with 02:00:00:00:0b:01 uses what the task does not offer: authentication 7 (RSNA_PSK) (offered: 9 (WPA3_SAE)). | 0 60 |

security-not-offered: the task wants SAE, the result has a pre-shared key
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MFPEnabled=1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B MFPEnabled=1
= the algorithms of the result are not reported

security-not-offered: the task wants SAE, the result has a pre-shared key
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK ucipher=CCMP mcipher=CCMP)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=0 auth=RSNA_PSK ucipher=CCMP mcipher=CCMP)
= violation warning high | 60 | The association with the AP uses what the task does not offer: authentication 7 (RSNA_PSK) (offered: 9 (WPA3_SAE)). | 0 60 |

security-not-offered: "WEP" in the list covers WEP-104; the unicast cipher is that of the group
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OPEN ucipher=0x101 mcipher=0x101
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OPEN ucipher=0x101
= violation warning high | 60 | The association with 02:00:00:00:0b:01 uses what the task does not offer: group cipher 5 (WEP104) (offered: 4 (CCMP)). | 0 60 |

security-not-offered: "WEP" in the list covers WEP-104; the unicast cipher is that of the group
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OPEN ucipher=0x101 mcipher=0x101
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OPEN ucipher=0x101 mcipher=258
= violation warning high | 60 | The association with 02:00:00:00:0b:01 uses what the task does not offer: group cipher 5 (WEP104) (offered: 258). | 0 60 |

phy-not-allowed: HE although the task allows HT and VHT
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK phy=HT,VHT
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= the PHY list of the task is not exported

phy-not-allowed: HE although the task allows HT and VHT
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 phy=VHT,HE)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 phy=VHT,HE)
= violation error high | 60 | The result for an unknown AP names PHY type 10, but the task allows only 7, 8. | 0 60 | PHY types among 7, 8

phy-not-allowed: HE although the task allows HT and VHT
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 phy=VHT,HE)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 )
= the PHY list of the result is not exported

band-unavailable: the secondary joins on the band of the primary
- 0 M1 TASK_CONNECT 2 101 entries=AP-B auth=RSNA_PSK unavailable-bands=5
+ 0 M1 TASK_CONNECT 2 101 entries=AP-B auth=RSNA_PSK
= the task declares no band as taken

band-unavailable: the secondary joins on the band of the primary
- +60 IND ASSOCIATION_RESULT 2 - (AP-B status=0 auth=RSNA_PSK band=5)
+ +60 IND ASSOCIATION_RESULT 2 - (AP-B status=1 auth=RSNA_PSK band=5)

band-unavailable: the secondary joins on the band of the primary
+ capture tlvs=0
- 0 M1 TASK_CONNECT 2 101 entries=AP-B auth=RSNA_PSK unavailable-bands=5
+ 0 M1 TASK_CONNECT 2 101 entries=AP-B auth=RSNA_PSK
= the unavailable-band list is not exported

band-unavailable: the secondary joins on the band of the primary
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 2 - (AP-B status=0 auth=RSNA_PSK band=5)
+ +60 IND ASSOCIATION_RESULT 2 - ( status=0 auth=RSNA_PSK band=5)
= violation warning high | 60 | The station joined an AP on 5 GHz, which the task declares as taken (5 GHz). | 0 60 | an association on another band

pmkid-not-used: the RSN element has no PMKID
- 0 M1 TASK_ROAM 1 101 entries=(AP-B pmkid=K1) auth=RSNA RoamFlag=1 RoamNeededReason=10
+ 0 M1 TASK_ROAM 1 101 entries=(AP-A pmkid=K1) auth=RSNA RoamFlag=1 RoamNeededReason=10
= the host gave no PMKID for the access point

pmkid-not-used: the RSN element has no PMKID
- 0 M1 TASK_ROAM 1 101 entries=(AP-B pmkid=K1) auth=RSNA RoamFlag=1 RoamNeededReason=10
+ 0 M1 TASK_ROAM 1 101 entries=(AP-B pmkid=K1) auth=RSNA RoamFlag=1 RoamNeededReason=10 truncated
= the PMKIDs of the host are not exported

pmkid-not-used: the RSN element has no PMKID
- +70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA request{pmkids=[]} response)
+ +70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA request{no rsn pmkids=[]} response)
= violation error high | 70 | The host gave PMKID badb7283766a112aebdb2936077a25f5 for 02:00:00:00:0b:01, but the request carries no RSN element. | 0 70 | PMKID badb7283766a112aebdb2936077a25f5 in the RSN element of the request

pmkid-not-used: the RSN element has no PMKID
+ capture tlvs=0
- 0 M1 TASK_ROAM 1 101 entries=(AP-B pmkid=K1) auth=RSNA RoamFlag=1 RoamNeededReason=10
+ 0 M1 TASK_ROAM 1 101 entries=(AP-B ) auth=RSNA RoamFlag=1 RoamNeededReason=10
= the PMKIDs of the host are not exported

pmkid-not-used: the RSN element has no PMKID
+ capture tlvs=0
- +70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA request{pmkids=[]} response)
+ +70 IND ASSOCIATION_RESULT 1 - ( status=0 auth=RSNA request{pmkids=[]} response)
= the BSSID of the result is not exported

pmkid-not-used: the second request to the same AP lacks it like the first
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=RSNA
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1)
= violation error high | 60 | The host gave PMKID badb7283766a112aebdb2936077a25f5 for 02:00:00:00:0b:01, but the request carries none. | 0 60 | PMKID badb7283766a112aebdb2936077a25f5 in the RSN element of the request
= violation error high | 120 | The host gave PMKID badb7283766a112aebdb2936077a25f5 for 02:00:00:00:0b:01, but the request carries none. | 0 120 | PMKID badb7283766a112aebdb2936077a25f5 in the RSN element of the request

pmkid-not-used: the second request to the same AP lacks it like the first
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{pmkids=[]})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 )
= an attempt with the PMKID may have failed before
= no association request frame exported

pmkid-not-used: the second request to the same AP lacks it like the first
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{pmkids=[]})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{no rsn pmkids=[]})
= violation error high | 60 | The host gave PMKID badb7283766a112aebdb2936077a25f5 for 02:00:00:00:0b:01, but the request carries no RSN element. | 0 60 | PMKID badb7283766a112aebdb2936077a25f5 in the RSN element of the request
= violation error high | 120 | The host gave PMKID badb7283766a112aebdb2936077a25f5 for 02:00:00:00:0b:01, but the request carries none. | 0 120 | PMKID badb7283766a112aebdb2936077a25f5 in the RSN element of the request

extra-assoc-ies-missing: a vendor's element is left out
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK ies=221/506f9a:10,70:0000000000
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK ies=221/506f9a:10,70:0000000000 truncated
= the extra elements of the host are not exported

extra-assoc-ies-missing: a vendor's element is left out
+ capture tlvs=0
= the extra elements of the host are not exported

extra-assoc-ies-missing: a vendor's element is left out
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{missing=221/506f9a})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 request{missing=221/506f9a})
= violation error high | 60 | The request to the AP lacks what the host wants in it: element 221/506f9a (Vendor Specific). | 0 60 | element 221/506f9a (Vendor Specific) in the association request

extra-assoc-ies-missing: an element of the candidate's own is left out
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{missing=255/88})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{multi-link missing=255/88})
= violation error high | 60 | The request to 02:00:00:00:0b:01 lacks what the host wants in it: element 255/88 (MSCS Descriptor). | 0 60 | element 255/88 (MSCS Descriptor) in the association request

mfp-advertisement-mismatch: announced although not enabled
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK MFPEnabled=0
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= MFPEnabled of the task is not exported

mfp-advertisement-mismatch: announced although not enabled
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{mfp=1})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 request{mfp=1})
= violation error high | 60 | The task has MFPEnabled 0, but the request to the AP announces protected management frames (RSN capabilities 0x0080). | 0 60 | an MFP-capable bit of 0 in the RSN capabilities

mfp-advertisement-mismatch: enabled, but the RSN element ends before the capabilities
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{no rsn-caps})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{truncated no rsn-caps})
= the RSN element of the request cannot be read

btm-capability-missing: other bits are set, 19 is not
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK BSSTransitionSupported=1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= BSSTransitionSupported of the task is not exported

btm-capability-missing: other bits are set, 19 is not
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{ext-cap=18,20})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 request{ext-cap=18,20})
= violation error high | 60 | The task supports BSS transition, but the request to the AP leaves bit 19 of its extended capabilities at 0. | 0 60 | bit 19 of the extended capabilities in the association request

qos-capability-missing: mirrored SCS is not announced
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK MSCSSupported=1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= the task supports neither mirrored SCS nor QoS map

qos-capability-missing: mirrored SCS is not announced
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK MSCSSupported=1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= the settings are not exported

qos-capability-missing: mirrored SCS is not announced
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{ext-cap=84})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 request{ext-cap=84})
= violation error high | 60 | The task asks for QoS management, but the attempt on the AP lacks mirrored SCS (bit 85) in the request. | 0 60 | mirrored SCS (bit 85) in the request

qos-capability-missing: QoS map is announced, but the response is kept back
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK request)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK request) truncated
= request or TLV list cannot be read in full

fips-with-mfp: FIPS mode alone
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK HostFIPSModeEnabled=1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= the connection settings are not exported

fips-spp-amsdu: offered in FIPS mode
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{spp-amsdu=1})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{no rsn spp-amsdu=1})
= the request has no RSN element

fips-spp-amsdu: offered in FIPS mode
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA HostFIPSModeEnabled=1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA
= HostFIPSModeEnabled of the task is not exported

fips-spp-amsdu: offered in FIPS mode
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 request{spp-amsdu=1})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 request{spp-amsdu=1})
= violation error high | 60 | The task is in host FIPS mode, but the request to the AP offers SPP A-MSDU (RSN capabilities 0x0400, bit 10). | 0 60 | bit 10 of the RSN capabilities at 0

owe-dh-missing: the element is left out
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OWE MFPEnabled=1
= the task has no OWE element

owe-dh-missing: the element is left out
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 auth=OWE request{no owe-dh})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 auth=OWE request{truncated no owe-dh})
= the OWE element of the request cannot be read

owe-dh-missing: the element is left out
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OWE MFPEnabled=1
= the OWE element of the host is not exported

owe-dh-missing: the element is left out
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 auth=OWE request{no owe-dh})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 auth=OWE request{no owe-dh})
= violation error high | 60 | The request to the AP carries no OWE Diffie-Hellman element; the latest of the host is 13004431. | 0 60 | element 255/32 with the bytes of the host

owe-group-fallback-status: reported as a general failure
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=1 code=77 auth=OWE request response)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=1 code=77 auth=OWE request )
= violation error high | 60 | The result for 02:00:00:00:0b:01 has code 77 (group not supported) with status 1. | 60 | status 54 (association refused by the peer) with code 77

owe-group-fallback-status: reported as a general failure
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=1 code=77 auth=OWE request response)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=1 code=77 auth=OWE request response)
= violation error high | 60 | The result for an unknown AP has code 77 (group not supported) with status 1. | 60 | status 54 (association refused by the peer) with code 77

roam-reason-not-forwarded: the driver says 15, the task 10
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= the command (M1) is not in the capture

roam-reason-not-forwarded: the driver says 15, the task 10
+ capture tlvs=0
- -100 IND ROAMING_NEEDED 1 - reason=15
+ -100 IND ROAMING_NEEDED 1 -
= the reason of trigger or task is not exported

reassoc-flag-mismatch: flag 1 with an association request
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 reassociation=1 request{kind=assoc})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 reassociation=1 )
= no association request frame exported

reassoc-flag-mismatch: flag 1 with an association request
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 reassociation=1 request{kind=assoc})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 reassociation=1 request{truncated kind=assoc})
= the association request cannot be read

reassoc-flag-mismatch: flag 1 with an association request
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=51 reassociation=1 request{kind=assoc})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=51 reassociation=1 request{kind=assoc})
= violation warning high | 60 | The result for an unknown AP has reassociation flag 1, but its frame is an association request (SSID at byte 4); it starts with 01040a0000036e657401088c. | 60 |

disassoc-wrong-peer: associated to AP-A, disassociated from AP-C
+ capture model=unknown
- capture model=wificx

disassoc-wrong-peer: inconclusive: AP-C may be another link of AP-A
- -8959 IND CONNECT_COMPLETE 1 101 status=success
= inconclusive warning low L-MLD L-STATE | 0 | DISASSOCIATION names 02:00:00:00:0c:01, but the port is associated to 02:00:00:00:0a:01 since ASSOCIATION_RESULT 8960 ms earlier; no record tells whether both belong to one multi-link AP. | -8960 0 | DISASSOCIATION of 02:00:00:00:0a:01

link-state-wrong-peer: associated to AP-A, link state of AP-C
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
+ -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60 truncated
= inconclusive warning medium L-MLD | 0 | LINK_STATE_CHANGE is about 02:00:00:00:0c:01, but the port is associated to 02:00:00:00:0a:01 since LINK_STATE_CHANGE 5000 ms earlier. | -5000 0 | LINK_STATE_CHANGE of 02:00:00:00:0a:01
= the association of the port is not known

link-state-wrong-peer: the old AP, although the roam has left it
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= pass 1
= the peer before the open roam is not known

link-state-wrong-peer: the old AP, although the roam has left it
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= pass 1
= the association of the port is not known
= the peer before the open roam is not known

link-state-wrong-peer: the old AP, although the roam has left it
- 0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+ 80.001 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
= inconclusive warning medium L-MLD | 81 | LINK_STATE_CHANGE is about 02:00:00:00:0a:01, but the port is associated to 02:00:00:00:0b:01 since ASSOCIATION_RESULT 1 ms earlier. | 80 81 | LINK_STATE_CHANGE of 02:00:00:00:0b:01
= pass 1
= the association of the port is not known

link-state-wrong-peer: the old AP, although the roam has left it
- +20 IND DISASSOCIATION 1 - AP-A status=10
+ +20 IND DISASSOCIATION 1 - AP-B status=10
= pass 2
= the association of the port is not known

link-state-wrong-peer: the old AP, although the roam has left it
- +20 IND DISASSOCIATION 1 - AP-A status=10
+ 81.001 IND DISASSOCIATION 1 - AP-A status=10
= pass 2
= the association of the port is not known

host-disconnect-status: the host disconnects, the driver reports a lost association
- 0 M1 TASK_DISCONNECT 1 101 AP-A reason=3
= violation warning high | 10 | The disassociation of 02:00:00:00:0a:01 inside TASK_DISCONNECT has status 11. | 10 | DISASSOCIATION with status 7 (by the host)

host-disconnect-status: the host aborts, the attempt fails as unreachable
- +41 M3 ABORT_TASK 1 102 status=success
= violation warning high | 60 | The attempt on 02:00:00:00:0b:01 failed with status 2, 20 ms after the host had aborted the task. | 40 60 | a failed result with status 5 (aborted) or 7 (by the host)

host-disconnect-status: the host aborts, the attempt fails as unreachable
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=2)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=2)
= violation warning high | 60 | The attempt on an AP failed with status 2, 20 ms after the host had aborted the task. | 40 60 | a failed result with status 5 (aborted) or 7 (by the host)

host-disconnect-status: the host aborts, the attempt fails as unreachable
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=2)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B )
= the status of the result is not exported

assoc-comeback-missing: the response names 1000 TU, the result none
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 comeback=0 response{comeback=1000})
+ +60 IND ASSOCIATION_RESULT 1 - ( status=54 code=30 comeback=0 response{comeback=1000})
= violation warning high | 60 | The AP refused for now (code 30), but the result has no comeback time; the response names 1000 TU. | 60 | comeback time 1000 TU in the result

assoc-comeback-missing: the response names 1000 TU, the result none
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 comeback=0 response{comeback=1000})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 comeback=0 )
= the TLV list of the result is not exported

assoc-comeback-missing: the AP names no comeback time, only the deadline of an FT reassociation
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 response{deadline=1000})
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 response{truncated deadline=1000})
= the association response is cut

pairwise-key-without-peer: a pairwise key without peer
+ capture tlvs=0
- 0 M1 SET_ADD_CIPHER_KEYS 1 101 (pairwise id=0)
+ 0 M1 SET_ADD_CIPHER_KEYS 1 101
= the keys are not exported

key-peer-mismatch: associated to AP-A, key for AP-C
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
+ -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60 truncated
= inconclusive info medium L-MLD | 0 | The pairwise key is for 02:00:00:00:0c:01, but the port is associated to 02:00:00:00:0a:01 since LINK_STATE_CHANGE 5000 ms earlier. | -5000 0 | a pairwise key for 02:00:00:00:0a:01

key-peer-mismatch: associated to AP-A, key for AP-C
- 0 M1 SET_ADD_CIPHER_KEYS 1 101 (pairwise peer=AP-C)
+ 0 M1 SET_ADD_CIPHER_KEYS 1 101 (pairwise )
= the peer of the key is not exported

key-peer-mismatch: associated to AP-A, key for AP-C
- 0 M1 SET_ADD_CIPHER_KEYS 1 101 (pairwise peer=AP-C)
+ 0 M1 SET_ADD_CIPHER_KEYS 1 101
= no pairwise key

key-peer-mismatch: associated to AP-A, key for AP-C
+ capture tlvs=0
- 0 M1 SET_ADD_CIPHER_KEYS 1 101 (pairwise peer=AP-C)
+ 0 M1 SET_ADD_CIPHER_KEYS 1 101
= the keys are not exported
`)
