/** A roam without fault (the first scenario of scenario.md). */
export const cleanRoam = `# A clean roam
capture model=wificx to=30000

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60 links=1
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 code=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70 links=1
`

/** A driver that never completes its roam. */
export const hungRoam = `capture model=wificx to=60000

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60 links=1
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM          1  101  status=success
`

/** A trace of something else. */
export const notWifi = `[0]0004.0E28::01/02/2026-16:13:49.692 [usbxhci]Device attached
[0]0004.0E28::01/02/2026-16:13:49.693 [usbxhci]Device configured
[0]0004.0E28::01/02/2026-16:13:49.694 [usbxhci]Device started
`
