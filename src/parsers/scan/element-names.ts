// Names of elements and attributes that tell what a record is.

/** `kernel/event.ts` has their places. */
export const NAMES_IN_EVENTS: readonly string[] = [
  // Parts.
  ...['System', 'EventData', 'UserData', 'RenderingInfo', 'DebugData', 'ExtendedTracingInfo'],
  ...['ProcessingErrorData', 'BinaryEventData'],
  // In System, RenderingInfo, DebugData.
  ...['Provider', 'EventID', 'EventRecordID', 'TimeCreated', 'Execution'],
  ...['Provider', 'EventName'],
  'Component',
  // Attributes of Provider, TimeCreated, Execution.
  ...['Name', 'Guid', 'SystemTime', 'ProcessorID'],
  'Event',
]

/** `kernel/object.ts` has their places. */
export const NAMES_IN_OBJECTS: readonly string[] = [
  // Parts, and what is in them.
  ...['Props', 'MS', 'TN', 'TNRef', 'ToString', 'Obj', 'T', 'BA'],
  // Values.
  ...['DT', 'S', 'G', 'By', 'I16', 'U16', 'I32', 'U32', 'I64', 'U64', 'Nil'],
  // Properties, in lower case (src/parsers/etw/event-properties.ts).
  ...['timecreated', 'timegenerated', 'id', 'eventid', 'instanceid', 'providername', 'source', 'providerid', 'data'],
]

/** Attributes; `kernel/tag-event.ts` has their places. Those of the second row are known in any case. */
export const NAMES_IN_TAGS: readonly string[] = [
  ...['EventName', 'TimeMsec', 'MSec'],
  ...['providername', 'providerguid'],
]
