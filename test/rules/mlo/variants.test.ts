import {variants} from '../variants.js'

variants(`
mlo-local-link-missing: both frames, but no local link address
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=1 auth=WPA3_SAE request{multi-link mld=MLD-B} response)

mlo-local-link-missing: both frames, but no local link address
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response) truncated
= the TLV list of the result is not exported

mlo-frames-missing: the response is missing
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link} local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE local-link)
= violation error high | 60 | The task allows MLO, but the result of 02:00:00:00:0b:01 has no association request (0x2E) and no association response (0x2F). | 0 60 | association request (0x2E); association response (0x2F)

mlo-frames-missing: the response is missing
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link} local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link} local-link) truncated
= the TLV list of the result is not exported

mlo-frames-missing: the response is missing
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE pairs=8/GCMP256
= MloConnectionSupported of the task is not exported

mlo-bssid-is-mld: the result names the MLD of the AP
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+ 0 M1 TASK_CONNECT 1 101
= violation error high | 60 | The result names 02:00:00:00:0b:ff, which is the MLD address of the AP by the response and no candidate of the task. | 0 60 | the BSSID of a link of the AP

mlo-bssid-is-mld: the result names the MLD of the AP
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256 truncated
= the candidates of the task are not exported

mlo-bssid-is-mld: the result names the MLD of the AP
- +60 IND ASSOCIATION_RESULT 1 - (MLD-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B pmkids=[K1]} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-A status=0 auth=WPA3_SAE request{multi-link mld=MLD-B pmkids=[K1]} response local-link)
= pass 1

mlo-bssid-is-mld: the result names the MLD of the AP
- +60 IND ASSOCIATION_RESULT 1 - (MLD-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B pmkids=[K1]} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (MLD-B status=1 auth=WPA3_SAE request{multi-link mld=MLD-B pmkids=[K1]} response local-link)

mlo-bssid-is-mld: the result names the MLD of the AP
- +60 IND ASSOCIATION_RESULT 1 - (MLD-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B pmkids=[K1]} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (MLD-B status=0 auth=WPA3_SAE request{ mld=MLD-B pmkids=[K1]} response local-link)
= no Multi-Link element in the request

mlo-bssid-is-mld: the result names the MLD of the AP
- +60 IND ASSOCIATION_RESULT 1 - (MLD-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B pmkids=[K1]} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (MLD-B status=0 auth=WPA3_SAE request{multi-link pmkids=[K1]} response local-link)
= no Multi-Link element with an MLD address in the response

mlo-multiple-result-containers: one container for each link
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link) (AP-B2 status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=1 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link) (AP-B2 status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
= violation warning high | 60 | The multi-link association with 02:00:00:00:0b:02 is reported in a list of 2 containers, beside 02:00:00:00:0b:01. | 60 | one result container

mlo-multiple-result-containers: one container for each link
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link) (AP-B2 status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link) (AP-B2 status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
= violation warning high | 60 | The multi-link association with an unknown BSSID is reported in a list of 2 containers, beside 02:00:00:00:0b:02. | 60 | one result container

mlo-multiple-result-containers: one container for each link
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link) (AP-B2 status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link) ( status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
= violation warning high | 60 | The multi-link association with 02:00:00:00:0b:01 is reported in a list of 2 containers, beside an unknown BSSID. | 60 | one result container

mlo-multiple-result-containers: one container for each link
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link) (AP-B2 status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 -
= the result entries are not exported

mlo-disassoc-not-mld: the link address of the AP
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
= the MLD address of the connection is not known

mlo-disassoc-with-links-left: disassociated, and half a second later one link is still reported
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE response local-link)
= the disassociation names somebody else

mlo-disassoc-with-links-left: disassociated, and half a second later one link is still reported
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{ mld=MLD-B} response local-link)
= the connection is not known as MLO

mlo-disassoc-with-links-left: disassociated, and half a second later one link is still reported
- +300 IND LINK_STATE_CHANGE 1 - MLD-B quality=70 links=2
+ 9000.001 IND LINK_STATE_CHANGE 1 - MLD-B quality=70 links=2
= violation warning high | 9000.001 | 0.001 ms after the disassociation LINK_STATE_CHANGE still reports 2 links of 02:00:00:00:0b:01, without an association in between. | 9000 9000.001 | DISASSOCIATION after the last LINK_STATE_CHANGE of the connection

mlo-disassoc-with-links-left: disassociated, and half a second later one link is still reported
- +9000 IND DISASSOCIATION 1 - MLD-B status=11
+ +9000 IND DISASSOCIATION ? - MLD-B status=11
= the association of the port is not known

mlo-disassoc-with-links-left: disassociated, and half a second later one link is still reported
- +9500 IND LINK_STATE_CHANGE 1 - MLD-B quality=50 links=1
+ +9500 IND LINK_STATE_CHANGE 1 - MLD-B quality=50 links=1 truncated
= pass 1

mlo-link-info-missing: no link info
- -5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
= violation warning low | -2000 | LINK_STATE_CHANGE of 02:00:00:00:0a:01 has no link info, as no other of the adapter. | -2000 | link info (0x204), one for each link

mlo-link-info-missing: no link info
- -2000 IND LINK_STATE_CHANGE 1 - AP-A quality=64 links=0
+ -2000 IND LINK_STATE_CHANGE 1 - AP-A quality=64 links=2
= pass 1
= whether the connection is MLO is not known

mlo-link-info-missing: two links on a connection for which MLO was not enabled
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK
= whether the connection is MLO is not known

mlo-link-info-missing: two links on a connection for which MLO was not enabled
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-A status=0 auth=RSNA_PSK)
= the connection of the link state is not known

mlo-akm-not-listed: SAE with CCMP, where the host lists it with GCMP-256 only
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1
= the task has no pairs of AKM and cipher, or they are not exported

mlo-akm-not-listed: SAE with CCMP, where the host lists it with GCMP-256 only
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE akm=8/CCMP request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE akm=8/CCMP request{truncated multi-link mld=MLD-B} response local-link)
= no RSN element in the exported request

mlo-akm-not-listed: SAE with CCMP, where the host lists it with GCMP-256 only
+ capture tlvs=0
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE pairs=8/GCMP256
= MloConnectionSupported of the task is not exported

mlo-akm-not-listed: SAE with CCMP, where the host lists it with GCMP-256 only
+ capture tlvs=0
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE akm=8/CCMP request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - ( status=0 auth=WPA3_SAE akm=8/CCMP request{multi-link mld=MLD-B} response local-link)
= violation error high | 60 | The request to an unknown BSSID uses AKM/cipher 8/4, the task lists 8/9. | 0 60 | AKM/cipher among 8/9

mlo-used-when-not-enabled: a Multi-Link element in the request of a task without MLO
- 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE
+ 0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE truncated
= MloConnectionSupported of the task is not exported

mlo-used-when-not-enabled: a Multi-Link element in the request of a task without MLO
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=1 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)

mlo-used-when-not-enabled: neither enabled nor used
- +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{} response)
+ +60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{truncated } response)
= the exported request ends early

mlo-sae-addresses: the own link address is missing
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
= the command (M1) is not in the capture

mlo-sae-addresses: the own link address is missing
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+ 0 M1 TASK_CONNECT 1 101 auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
= no candidate that advertises Multi-Link

mlo-sae-addresses: the own link address is missing
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE pairs=8/GCMP256
= MLO is not enabled for the task

mlo-sae-addresses: the own link address is missing
- 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+ 0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256 truncated
= the candidates of the task are not exported

mlo-sae-addresses: the own link address is missing
- +24 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=1 commit-frame multi-link
+ +24 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=1 commit-frame multi-link truncated
= pass 2
= the TLV list of SAE indications is not exported

mlo-group-key-without-link: a group key without link id
- +100 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=MLD-B) (group)
+ +100 M1 SET_ADD_CIPHER_KEYS 1 102

mlo-group-key-without-link: a group key without link id
- +100 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=MLD-B) (group)
+ +100 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=MLD-B) (group) truncated
= the link ids of the keys are not exported

mlo-group-key-without-link: a group key without link id
+ capture tlvs=0
- +100 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=MLD-B) (group)
+ +100 M1 SET_ADD_CIPHER_KEYS 1 102
= the key entries are not exported

mlo-group-key-without-link: one group key for each link; the pairwise key is for all
+ capture tlvs=0
- +100 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=MLD-B) (group link=0) (group link=1)
+ +100 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=MLD-B) (group ) (group link=1)
= the link ids of the keys are not exported
`)
