import {ELEMENT_NAMES, EXTENSION_NAMES} from '../../wdi/element-names.js'
import {ELEMENT} from '../../wdi/elements.js'
import type {AssociationFrame, Element} from '../../wdi/frames.js'
import {hexText} from '../../wdi/octets.js'
import {judgeRequests, placeOf, type Tried} from '../attempts.js'
import {hasBit} from '../capability-bits.js'
import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const extraAssocIesMissing: Rule = {
  meta: {
    id: 'extra-assoc-ies-missing',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'Elements that the host wants in the association request are in it.',
    why: 'Hotspot 2.0, MBO, Wi-Fi Protected Setup and other services announce themselves by such elements; without them the AP refuses the client or withholds the service.',
    harmless: 'Order does not matter, and an element that the driver merged with its own counts as present.',
    next: 'Ask the driver team whether both sources are appended: those of the connect parameters and those of the single candidate.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wdi-tlv-connect-parameters, netcx/wdi-tlv-extra-association-request-ies',
    needs: ['extra elements of the task or candidate', 'association request frame'],
    examples: {
      bad: [
        {
          title: "a vendor's element is left out",
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK ies=221/506f9a:10,70:0000000000
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{missing=221/506f9a})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: "an element of the candidate's own is left out",
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=(AP-B ies=255/88:00) auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{missing=255/88})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a bit of the extended capabilities gets lost',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK ies=127:0000080000000000
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{ext-cap=[2,20]})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'all there, one merged with bits of the driver',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=(AP-B ies=255/88:00) auth=RSNA_PSK ies=221/506f9a:10,127:0000080000000000
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{ext-cap=2,19})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: "another candidate's element",
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B (AP-C ies=255/88:00) auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the frame is cut',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK ies=221/506f9a:10
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{truncated})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeRequests(session, trace, judge)
  },
}

function judge(tried: Tried, request: AssociationFrame): Judgement {
  const wanted = wantedElements(tried)
  if (wanted === undefined) return notApplicable('the extra elements of the host are not exported')
  if (wanted.length === 0) return notApplicable('the host gave no extra elements')
  const missing = wanted.filter(element => !request.elements.some(other => contains(other, element)))
  if (missing.length === 0) return PASS
  if (request.truncated) return notApplicable('the association request is cut')
  const names = [...new Set(missing.map(element => `${lostBits(element, request)}${nameOf(element)}`))]
  return violation({
    ...placeOf(tried),
    message: `The request to ${tried.attempt.bssid ?? 'the AP'} lacks what the host wants in it: ${listing(names)}.`,
    expected: names.map(name => `${name} in the association request`),
  })
}

/** Elements for all candidates and for the one that was tried. */
function wantedElements({attempt, given}: Tried): readonly Element[] | undefined {
  const {candidates, extraElements} = given
  const own = candidates?.filter(({bssid}) => bssid !== null && bssid === attempt.bssid) ?? []
  const lists = [candidates === undefined ? undefined : extraElements, ...own.map(candidate => candidate.extraElements)]
  return lists.every(list => list !== undefined) ? lists.flatMap(list => list ?? []) : undefined
}

/** Same kind of element; of the extended capabilities every bit that is wanted. */
function contains(other: Element, wanted: Element): boolean {
  if (other.id !== wanted.id || other.extension !== wanted.extension) return false
  if (wanted.id === ELEMENT.vendor) return ouiOf(other) === ouiOf(wanted)
  if (wanted.id !== ELEMENT.extendedCapabilities) return true
  return wanted.body.every((byte, i) => ((other.body[i] ?? 0) & byte) === byte)
}

/** "bits 19, 32 of " where the request has extended capabilities, but not all that are wanted. */
function lostBits({id, body}: Element, {extendedCapabilities}: AssociationFrame): string {
  if (id !== ELEMENT.extendedCapabilities || !extendedCapabilities) return ''
  const bits = Array.from({length: 8 * body.length}, (_, bit) => bit)
  const lost = bits.filter(bit => hasBit(body, bit) && !hasBit(extendedCapabilities, bit))
  return `${lost.length === 1 ? 'bit' : 'bits'} ${listing(lost)} of `
}

function ouiOf({body}: Element): string {
  return hexText(body.subarray(0, 3))
}

/** "element 221/506f9a (Vendor Specific)". */
function nameOf(element: Element): string {
  const {id, extension} = element
  const detail = extension !== null ? `/${extension}` : id === ELEMENT.vendor ? `/${ouiOf(element)}` : ''
  const name = extension === null ? ELEMENT_NAMES.get(id) : EXTENSION_NAMES.get(extension)
  return `element ${id}${detail}${name === undefined ? '' : ` (${name})`}`
}
