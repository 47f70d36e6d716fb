/** Longer names are made to flood. */
const LONGEST = 1024
/** Control characters, marks that turn text around, line ends of Unicode, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * The name of a member as it is shown below the path of its archive, with `/`: nothing in it leads elsewhere or does
 * anything to a terminal. Names come from whoever made the archive, and are used for nothing but showing.
 */
export function shownName(name: string): string {
  const steps = name
    .slice(0, LONGEST)
    .split(/[\\/]+/)
    .filter(step => step !== '')
    .map(step => (step === '.' || step === '..' ? step.replaceAll('.', '%2E') : step.replace(UNSEEN, escaped)))
  return `${steps.join('/') || '(no name)'}${name.length > LONGEST ? '…' : ''}`
}

const escaped = (character: string): string =>
  [...Buffer.from(character)].map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/** Begins with a point, as what is hidden in folders does. */
export const isHidden = (name: string): boolean => /(^|[\\/])\.(?!\.?([\\/]|$))/.test(name)
