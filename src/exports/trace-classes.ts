/** Records that the system itself writes into a trace (win32/etw/eventtraceevent, win32/etw/rt-lostevent). */

/** Class of the trace header. */
export const EVENT_TRACE_GUID = '68fdd900-4a3e-11d1-84f4-0000f80464e3'

/** Members of TRACE_LOGFILE_HEADER as tracerpt prints them: it leaves out the time zone (formats.md 2.1). */
export const TRACE_HEADER_MEMBERS: readonly string[] = [
  ...['BufferSize', 'Version', 'ProviderVersion', 'NumberOfProcessors', 'EndTime', 'TimerResolution', 'MaxFileSize'],
  ...['LogFileMode', 'BuffersWritten', 'StartBuffers', 'PointerSize', 'EventsLost', 'CPUSpeed', 'LoggerName'],
  ...['LogFileName', 'BootTime', 'PerfFreq', 'StartTime', 'ReservedFlags', 'BuffersLost', 'SessionName', 'FileName'],
]

/** Class of the records that stand where events were lost, and the type that says so. */
export const RT_LOST_EVENT = 'RT_LostEvent'
export const RT_LOST_EVENT_GUID = '6a399ae0-4bc6-4de9-870b-3657f8947e7e'
export const LOST_EVENT_TYPE = 32
