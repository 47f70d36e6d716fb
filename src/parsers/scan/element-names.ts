/** Names of elements and attributes that tell what an event is; `kernel/event.ts` has their places. */
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
