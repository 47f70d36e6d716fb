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
export const FILTER: usize = 12288
export const OUT: usize = 16384
export const OUT_LIMIT: u32 = 8192
export const NEWLINE: u8 = 10
export const BLANK: u8 = 32
export const TAB: u8 = 9
export const RETURN: u8 = 13
export const DOT: u8 = 46
export const COLON: u8 = 58
export const OPEN: u8 = 91
export const CLOSE: u8 = 93
