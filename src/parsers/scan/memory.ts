/** How the kernel's memory is laid out, in bytes; kernel/ has the same numbers, and a test compares them. */
export const LOW = 0
export const HIGH = 64
export const BUCKETS = 128
export const LITERALS = 256
export const LITERAL_SIZE = 64
export const DATE = 9216
export const NAMES = 9472
export const NAME_SIZE = 32
/** What stands in each column of a row: a byte each. */
export const COLUMNS = 9728
/** What stands in front of the time of day, and what behind it. */
export const BEFORE = 9984
export const AFTER = 10_048
/** Names of elements and attributes of events, length first. */
export const ELEMENT_NAMES = 10_752
export const ELEMENT_NAME_SIZE = 24
/** For the kernel alone. */
export const PLACES = 10_112
export const ZONES = 10_240
export const STACK = 10_304
export const ATTRIBUTES = 10_560
export const NAMINGS = 10_688
export const CLOCK = 10_720
export const DIGITS = 12_160
/** A bit for each hash of a fingerprint. */
export const FILTER = 12_288
export const OUT = 16_384
export const OUT_SIZE = 24

/** Bytes of a file that are read at a time: few enough for the processor's cache. */
export const CHUNK = 0x4_0000
/**
 * Where a chunk of one byte a character is put, what is still needed of earlier ones in front of it. On a page of
 * its own, because copying from the file cache to other places is several times slower.
 */
export const TEXT = 0x6_0000
/** The same for UTF-16 as it was read; its text is made from it. */
export const WIDE = 0xe_0000
