import type {Message} from '../events/message.js'
import type {TraceRecord} from '../events/record.js'
import type {Dialect, DialectRun, Recognised} from './dialect.js'
import {readRecord} from './words/read-record.js'
import {recordText} from './words/record-text.js'
import {ROOTS} from './words/roots.js'

/** Media indications of other adapters are no Wi-Fi events: they count from the first Native 802.11 message on. */
class VocabularyRun implements DialectRun {
  private native = false

  recognise(record: TraceRecord): Recognised {
    const text = recordText(record)
    if (text === null) return null
    const recognised = readRecord(text, record)
    if (recognised === null || recognised === 'named') return recognised
    const {message} = recognised
    this.native ||= isNative(message)
    return message.kind === 'ndis-indication' && !this.native ? null : recognised
  }

  carried(): string {
    return String(this.native)
  }
}

const isNative = ({kind}: Message): boolean => kind === 'legacy-indication' || kind === 'legacy-request'

/**
 * WDI and Native 802.11 messages by what every producer has in common: names, numbers, field names, addresses,
 * bytes (dialects.md 1).
 */
export const vocabulary: Dialect = {
  id: 'vocabulary',
  title: 'names, numbers and fields of WDI messages in any text',
  literals: ROOTS,
  start: () => new VocabularyRun(),
}
