/** What is counted, by table; the rows of each are said behind it. */
export type CountTable =
  /** files, bytes, records, wifiRecords, partly */
  | 'read'
  /** members of CaptureQuality, and sessions */
  | 'captures'
  /** rule, then a member of its coverage */
  | 'rule'
  /** rule, then judged, violated, inconclusive or notApplicable */
  | 'limit'
  /** outcome */
  | 'roam'
  | 'connect'
  /** class of a successful roam */
  | 'class'
  /** name of a share, then k or n */
  | 'share'
  /** name of a sum */
  | 'sum'
  /** RoamNeededReason, RoamTrigger */
  | 'trigger'
  /** attempts or disassociations, set of the status, status, 802.11 code */
  | 'code'
  /** as code, then the class */
  | 'codeClass'
  /** as code, then the vendor prefix */
  | 'codeVendor'
  /** old AP, new AP */
  | 'pair'
  | 'pairSuccess'

export type ValueTable =
  /** class of a successful roam; µs */
  | 'tReq'
  | 'tTask'
  | 'tService'
  /** old AP, new AP; µs */
  | 'pairTReq'
  /** old AP, new AP; dB */
  | 'pairRssi'
  /** first and last moments of captures with a calendar; µs */
  | 'moment'

export type ExampleTable = 'code'

/** Shares whose numerator and denominator are counted session by session. */
export type ShareName =
  | 'ftShareOfEligible'
  | 'ftFallback'
  | 'pmkidFallback'
  | 'pingPong'
  | 'bandFlip'
  | 'noFailedCandidate'
  | 'disconnectAfterRoam'
  | 'handshakeFailures'
  | 'driverTriggered'
  | 'triggerYield'
  | 'hostLongest'

export type SumName =
  /** Successful roams of adapters whose association state is known, and that state's time. */
  | 'ratedRoams'
  | 'associatedUs'
  | 'outageUs'
  | 'outageMeasured'
  | 'outageFromL2'
  | 'failedCandidates'
  | 'unplacedRoams'
  | 'hostSessions'
  | 'hostUs'
  | 'hostServiceUs'
  | 'unexpectedDisconnects'
