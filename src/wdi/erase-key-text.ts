import {carriesKeys} from './erase-keys.js'

const KEY_NAMES = 'key(?:data|material|value|bytes)?|pmk|ptk|gtk|igtk|kck|kek|psk|passphrase|password'
const KEY_FIELD = new RegExp(
  `\\b((?:wep|ccmp|gcmp|tkip|bip|group|pairwise)?[ _-]?(?:${KEY_NAMES}))(\\s*[=:]\\s*)("[^"]*"|[0-9a-f]{2}(?:[0-9a-f :,-]*[0-9a-f])?\\b|\\S+)`,
  'gi',
)
/** Longer than any address or handle. */
const HEX_RUN = /(?:[0-9a-f]{2}[ :,-]?){12,}/gi

/** The text of a record without the keys that it may print: of messages that carry keys no run of bytes is shown. */
export function eraseKeyText(text: string, message: string): string {
  if (!carriesKeys(message)) return text
  const count = (run: string) => run.replace(/[^0-9a-f]/gi, '').length / 2
  return text.replace(KEY_FIELD, '$1$2(withheld)').replace(HEX_RUN, run => `(${count(run)} bytes withheld)`)
}
