import fc from 'fast-check'

const STATES = ['Disconnected', 'Reset', 'Configuring', 'Associating', 'Authenticating', 'Roaming', 'Connected']

const line = fc.oneof(
  fc.constantFrom(
    ...['8000', '8001', '8002', '8003', '8004', '11000', '11001', '11002', '11003', '11004', '11005', '11006', '11009'],
    ...['11010', '12011', '12012', '12013', '12014', '20000', '20001', '40002'],
  ),
  fc.constantFrom('21055 adapter - fast=true', '21055 adapter - fast=false', '21057 adapter - to=ROAM_AUTHENTICATE'),
  fc
    .tuple(fc.constantFrom(...STATES), fc.constantFrom(...STATES))
    .map(([from, to]) => `20007 adapter - from=${from} to=${to}`),
)
const steps = fc.array(fc.tuple(fc.constantFrom(0, 1, 500, 5000, 29_999, 30_000, 30_001), line), {
  minLength: 1,
  maxLength: 40,
})

/** A log of WLAN AutoConfig in any order, as lines of a scenario from time 0 on. */
export const randomLog: fc.Arbitrary<string> = steps.map(all => {
  let at = 0
  const lines = all.map(([gap, text]) => {
    at += gap
    return `${at} LOG ${text.includes(' ') ? text : `${text} adapter`}`
  })
  return `${lines.join('\n')}\n`
})
