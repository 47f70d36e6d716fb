// Places in the kernel's memory and bytes that it knows; src/parsers/scan/memory.ts has the same places, and a test
// compares them.
export const LOW: usize = 0
export const HIGH: usize = 64
export const BUCKETS: usize = 128
export const LITERALS: usize = 256
export const LITERAL_SIZE: usize = 64
export const DATE: usize = 9216
export const NAMES: usize = 9472
export const NAME_SIZE: usize = 32
export const COLUMNS: usize = 9728
export const BEFORE: usize = 9984
export const AFTER: usize = 10048
export const FILTER: usize = 12288
export const OUT: usize = 16384
export const OUT_SIZE: usize = 24
export const OUT_LIMIT: u32 = 8192
export const ELEMENT_NAMES: usize = 10752
export const ELEMENT_NAME_SIZE: usize = 24
/** Names of an event's members in JSON: length, what the member is, the name in lower case. */
export const JSON_NAMES: usize = 11776
export const JSON_NAME_SIZE: usize = 24
/** For the kernel alone: places of literals that count in some cells only, those cells, open elements,
 * attributes, the texts that may name a provider, a time of day, a number without the commas between its digits. */
export const PLACES: usize = 10112
export const ZONES: usize = 10240
export const STACK: usize = 10304
export const ATTRIBUTES: usize = 10560
export const NAMINGS: usize = 10688
export const CLOCK: usize = 10720
export const DIGITS: usize = 11680
/** Names of classes of events, found by their hashes, and room for the name that the program hands over. */
export const CLASS_SLOTS: usize = 212992
export const CLASSES: usize = 229376
export const NAME_TEXT: usize = 327168
export const TAB: u8 = 9
export const NEWLINE: u8 = 10
export const RETURN: u8 = 13
export const BLANK: u8 = 32
export const QUOTE: u8 = 34
export const APOSTROPHE: u8 = 39
export const COMMA: u8 = 44
export const DOT: u8 = 46
export const COLON: u8 = 58
export const OPEN: u8 = 91
export const CLOSE: u8 = 93
