/** Lines of a roam from AP-A to AP-B at `ms`; the test says what is special. */
export interface RoamFacts {
  readonly from?: string
  readonly to?: string
  readonly id?: number
  readonly auth?: string
  /** Milliseconds from the command to the result. */
  readonly takes?: number
  readonly reason?: number
  /** 0 is success. */
  readonly status?: number
  readonly entries?: string
  readonly keys?: boolean
  readonly m4?: boolean
}

export function roam(ms: number, facts: RoamFacts = {}): string {
  const {from = 'AP-A', to = 'AP-B', id = 100 + ms, auth = 'RSNA_PSK', takes = 60, reason = 10, status = 0} = facts
  const {entries = to, keys = true, m4 = true} = facts
  const end = ms + takes
  const lines = [
    `${ms} M1 TASK_ROAM 1 ${id} entries=${entries} auth=${auth} RoamFlag=1 RoamNeededReason=${reason}`,
    `${ms + 2} M3 TASK_ROAM 1 ${id} status=success`,
    `${ms + 10} IND DISASSOCIATION 1 - ${from} status=10`,
    `${end} IND ASSOCIATION_RESULT 1 - (${to} status=${status} auth=${auth})`,
    ...(m4 ? [`${end + 2} IND ROAM_COMPLETE 1 ${id} status=success`] : []),
    ...(keys && status === 0
      ? [
          `${end + 30} M1 SET_ADD_CIPHER_KEYS 1 ${id + 50_000} (pairwise peer=${to}) (group)`,
          `${end + 34} M3 SET_ADD_CIPHER_KEYS 1 ${id + 50_000} status=success`,
        ]
      : []),
  ]
  return lines.join('\n')
}

export const associated = (ms: number, ap = 'AP-A', rest = '') =>
  `${ms} IND LINK_STATE_CHANGE 1 - ${ap} quality=60 links=1 ${rest}`

/** A capture of these lines; `header` may name capture keys and labels. */
export const capture = (header: string, ...lines: readonly string[]) => `${header}\n\n${lines.join('\n')}\n`
