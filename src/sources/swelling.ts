/** Repetitive logs shrink to a hundredth; what deflate can do at most is a thousandth. */
const RATIO = 250
/** Less than this does no harm, whatever it was made of. */
const HARMLESS = 64 * 1024 * 1024

/** Packed bytes that swell to so many are made to exhaust who unpacks them, not to be read. */
export const swells = (packed: number, plain: number): boolean => plain > HARMLESS && plain > packed * RATIO

/** What is wrong then, as the rest of a sentence. */
export const SWELLS = `swells to more than ${RATIO} times its size, as no trace does`
