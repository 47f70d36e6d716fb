import fc from 'fast-check'

export const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
export const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[], weight = 90) =>
  fc.oneof({weight, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

/** A member as it stands in the file: name and value are JSON, or not. */
export type RawMember = readonly [name: string, value: string]

/** Members over many lines, as Windows PowerShell or PowerShell 7 indents them, or on one line. */
export const SHAPES = {
  line: (members: readonly RawMember[]) => `{${members.map(([name, value]) => `${name}:${value}`).join(',')}}`,
  lines: (members: readonly RawMember[]) =>
    `  {\n${members.map(([name, value]) => `    ${name}: ${value}`).join(',\n')}\n  }`,
  deep: (members: readonly RawMember[]) =>
    `    {\n${members.map(([name, value]) => `        ${name}:  ${deepened(value)}`).join(',\n')}\n    }`,
}

/** Values that hold others, far to the right. */
function deepened(value: string): string {
  if (!/^[[{]./.test(value) || value === '[]' || value === '{}') return value
  const indent = ' '.repeat(40)
  return `${value[0]}\n${indent}${value.slice(1, -1).replaceAll('},{', `},\n${indent}{`)}\n${indent}${value.at(-1)}`
}

const STRANGE = [
  ...['{"a": 1}', '{}', 'PS C:\\> type x.json', ']', '}', '[', '"', '"{', '{"a": "x', '{', '{"value": [', '\ufeff'],
  ...[
    '],\n    "Count":  2\n}',
    '{\n    "value":  [',
    '{"Id": 1,}',
    '{"TimeStamp": 1}',
    '\n\n',
    ',,',
    'Caf\u00e9',
    '//x',
  ],
  '{"b": {"c":\n{"d": 1}}}',
]

/** Files of such events: in an array, one a line, in PowerShell's wrapper; with what does not belong there. */
export function filesOf(
  event: fc.Arbitrary<readonly RawMember[]>,
  shapes: readonly (keyof typeof SHAPES)[],
): fc.Arbitrary<readonly (readonly string[])[]> {
  return pick(shapes).chain(shape => {
    const whole = event.map(members => SHAPES[shape](members))
    const cut = fc.tuple(whole, fc.nat(80)).map(([text, length]) => text.slice(0, text.length - 1 - length))
    const one = fc.oneof(
      {weight: 90, arbitrary: whole},
      {weight: 1, arbitrary: cut},
      {weight: 1, arbitrary: pick(STRANGE)},
      {weight: 1, arbitrary: event.map(members => SHAPES.line(members))},
    )
    const frames = pick([
      ['[\n', ',\n', '\n]'],
      ['[\n', ',\n', '\n]'],
      ['', '\n', ''],
      ['[', ',', ']'],
      ['{\n    "value":  [\n', ',\n', '\n              ],\n    "Count":  50\n}'],
    ] as const)
    return fc
      .tuple(fc.array(one, {minLength: 6, maxLength: 50, size: 'max'}), frames)
      .map(([events, [before, between, behind]]) => [(before + events.join(between) + behind).split('\n')])
  })
}

/** Texts as JSON: of a hundred some hide a literal, or are no JSON. */
export const TEXTS = fc.oneof(
  {
    weight: 72,
    arbitrary: pick([
      ...['MPDU rx queue=3 seq=1612', 'WDI_TLV near miss', '', ' padded ', 'a {b} [c] , : x', 'C:\\\\Windows\\/x'],
      ...[
        'Subject:\\r\\n\\tSecurity ID:\\t\\tS-1-5-18\\r\\n\\r\\n\\tName: x',
        'it\\u0027s \\u003cb\\u003E \\u0026 \\u0022',
      ],
      ...['\\"quoted\\"', '\\ttab', 'line\\r\\nline', '11,996', 'x\\\\'],
    ]),
  },
  {
    weight: 2,
    arbitrary: pick([
      'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
      'two\\nNDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0',
      'IND WDI_INDICATION_ROAM_NEEDED port=1',
      'FSM Transition from State: Disconnected to State: Reset',
    ]),
  },
  {
    weight: 1,
    arbitrary: pick([
      ...['OID_W\\u0044I_TASK_ROAM PortId=1 TransactionId=101', 'IND\\tWDI_INDICATION_ROAM_NEEDED port=1', '\\u00e4'],
      ...[
        'M1\\tTASK_ROAM 1 101',
        '\\t IND\\tROAM_COMPLETE 1 101 status=failure',
        '\\\\n\\tx',
        'a\\tb',
        '\\b\\f',
        '\\x',
      ],
      'Gr\u00fc\u00dfe \u7121',
      ...['\\u12', 'raw\ttab', 'x"y', 'x\ny', '\\', '\u0001', '3,829,399,652', '-400,500', ' 1,074,069,600'],
      ...['\\n3,829,399,652 ', '4,4,1', '40,05,00', '0xE4,400,065', `${'1,'.repeat(60)}400500`],
    ]),
  },
)

/** Values that are no plain text, and what is none at all. */
export const VALUES = pick([
  ...['null', 'true', '7', '-1', '0', '-0', '007', '1.5', '1e3', '12345678901234567', '0.12345678901234567', '-'],
  ...['-9223372036854775808', '[]', '{}', '[1,2,255]', '[87,68,73]', '{"a":{"b":[]}}', '[{"Value":"x"},{"Value":[1]}]'],
  ...[
    'nul',
    'True',
    '',
    '{',
    ']',
    '[1,]',
    '{"a":1,}',
    "'x'",
    '[[1]]',
    '"5002"',
    '5002',
    '3829399652',
    '"RT_LostEvent"',
  ],
  `${'['.repeat(40)}1${']'.repeat(40)}`,
])

/** What the driver of an event 5002 says of a reset. */
export const RESET = '"000000000100000000000000"'

export const quoted = (text: string) => `"${text}"`
