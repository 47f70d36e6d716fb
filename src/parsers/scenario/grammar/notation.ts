/** What the grammar of scenario.md 2 makes of the fields of one line. */
export interface Atom {
  readonly text: string
  readonly quoted: boolean
}

/** A bare word: a flag, an address, or with `negated` the name after `no`. */
export interface WordField {
  readonly kind: 'word'
  readonly text: string
  readonly negated: boolean
}

/** Only inside `key( … )`, as in `deauth-frame(reason 7)`. */
export interface NumberField {
  readonly kind: 'number'
  readonly text: string
}

export interface PairField {
  readonly kind: 'pair'
  readonly key: string
  readonly atoms: readonly Atom[]
}

/** `entries=AP-B (AP-C flags=0x1)`: each entry as the fields of an item. */
export interface EntriesField {
  readonly kind: 'entries'
  readonly entries: readonly ItemField[]
}

/** `request{…}` or `deauth-frame(…)`. */
export interface GroupField {
  readonly kind: 'group'
  readonly key: string
  readonly fields: readonly Field[]
}

/** `( … )`: one member of a list. */
export interface ItemField {
  readonly kind: 'item'
  readonly fields: readonly Field[]
}

export type Field = WordField | NumberField | PairField | EntriesField | GroupField | ItemField
