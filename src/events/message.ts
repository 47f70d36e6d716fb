/** Kinds of messages; the last five are outside WDI. */
export type MessageKind =
  | 'task'
  | 'property'
  | 'completion'
  | 'indication'
  | 'legacy-indication'
  | 'legacy-request'
  | 'ndis-request'
  | 'ndis-indication'
  | 'log'

/** One message of the protocol, interned: compare by `name`. */
export interface Message {
  /** OID_WDI_TASK_ROAM, NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE, NDIS_STATUS_DOT11_ROAMING_START, 5002, EVENTS_LOST … */
  readonly fullName: string
  /** TASK_ROAM, ROAM_COMPLETE, SET_ADD_CIPHER_KEYS; DOT11_ROAMING_START; OID_DOT11_SCAN_REQUEST and other OID_ names in full. */
  readonly name: string
  readonly kind: MessageKind
  /** 16-bit message id of WDI messages. */
  readonly messageId: number | null
  /** Object on which an indication is made, where its page names one. */
  readonly object: 'port' | 'adapter' | null
  /** Task: name of its completion indication. Completion: name of its task. */
  readonly counterpart: string | null
  /** Task, property: documented execution time on an unloaded machine, s. */
  readonly normalSeconds: number | null
  readonly abortable: boolean | null
  /** Property: waits until no task of the adapter is open. */
  readonly serializedWithTask: boolean
  /** Property: passes beside the ordinary command path (FT and SAE parameters). */
  readonly direct: boolean
  /** Page of the message, e.g. netcx/oid-wdi-task-roam. */
  readonly source: string | null
}
