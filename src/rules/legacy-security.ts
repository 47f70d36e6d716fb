/** DOT11_AUTH_ALGORITHM: RSNA, RSNA-PSK and their WPA3 successors. */
const RSN: ReadonlySet<number> = new Set([6, 7, 8, 9, 10, 11])

/** The algorithm works with an RSN element. */
export function isRsn(auth: number): boolean {
  return RSN.has(auth)
}
