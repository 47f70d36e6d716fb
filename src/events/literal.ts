/** A string that every record of some kind holds: whoever looks for it finds all of them. A blank may be a tab. */
export interface Literal {
  readonly text: string
  /** In this case only; else in any, and the text is lower-case ASCII. */
  readonly exact: boolean
  /** The records before and after matter as well, whatever they are: events were lost between them. */
  readonly around: boolean
  /**
   * Only in records that have an event id, which listings have none of: in the name or GUID of the provider, or as the
   * id itself.
   */
  readonly withId: boolean
}
