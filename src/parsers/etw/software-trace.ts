/** A provider or component, by its beginning or as a whole. */
export interface KnownName {
  readonly name: string
  readonly whole: boolean
  /** A record of this name tells something of the whole trace. */
  readonly telling?: boolean
}

/** Windows itself and the trace session: what else is in a listing comes from software tracing (WPP). */
export const NOT_SOFTWARE: readonly KnownName[] = [
  {name: 'Microsoft-', whole: false},
  {name: 'Microsoft.', whole: false},
  {name: 'MSNT_SystemTrace', whole: true},
  {name: 'Unknown', whole: true},
  {name: 'EventTrace', whole: true},
  {name: 'roamscope', whole: true},
]

/** Manifest providers have names of their own; everything else in a text listing is a WPP component. */
export function isSoftwareTrace(provider: string | null): boolean {
  if (provider === null || provider === '') return false
  return !NOT_SOFTWARE.some(({name, whole}) => (whole ? provider === name : provider.startsWith(name)))
}
