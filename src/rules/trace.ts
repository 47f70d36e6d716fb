export interface Trace {
  readonly placeholder?: never
}
