import type {TraceEvent} from '../../events/event.js'
import type {Adapter} from '../../sessions/adapter.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloLinkInfoMissing: Rule = {
  meta: {
    id: 'mlo-link-info-missing',
    category: 'mlo',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement:
      'The link state brings one link info for each link of a multi-link connection, and exactly one for any other.',
    why: 'Signal, channel and band of the connection come from the link info. Without it Windows shows and decides with less, and with one too many it believes in a link that does not exist.',
    harmless:
      'Drivers older than WDI 2.0.12 have no such TLV. Where no link state of the capture has one, the confidence is low.',
    next: 'Check the WDI version of the driver. If it is 2.0.12 or later, ask the driver team to fill the link infos.',
    limits: [],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-link-state-change',
    needs: ['LINK_STATE_CHANGE with its TLV list'],
    examples: {
      bad: [
        {
          title: 'no link info',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
-2000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=64 links=0
`,
        },
        {
          title: 'two links on a connection for which MLO was not enabled',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'two links of a multi-link connection, later one',
          scenario: `
    0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
+9000  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=64 links=1
`,
        },
        {
          title: 'the connection is older than the capture: it may be MLO',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 links=2
`,
        },
        {
          title: 'the WDI model has no link infos',
          scenario: `
capture model=wdi

-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 links=0
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    if (adapter.model !== 'wificx') return undefined
    const events = adapter.events.filter(
      ({message, port}) => message.name === 'LINK_STATE_CHANGE' && trace.isStation(adapter, port),
    )
    const filled = events.some(event => (trace.reader.linkState(event).links?.length ?? 0) > 0)
    return events.map(event => judge(event, adapter, filled, trace))
  },
}

function judge(event: TraceEvent, adapter: Adapter, filled: boolean, trace: Trace): Judgement {
  const {peer, links} = trace.reader.linkState(event)
  if (links === undefined) return notApplicable('the link infos are not exported')
  if (links.length === 1) return PASS
  const of = `LINK_STATE_CHANGE of ${peer ?? 'an unknown peer'}`
  if (links.length === 0) {
    return violation({
      atUs: event.atUs,
      message: `${of} has no link info${filled ? '' : ', as no other of the adapter'}.`,
      evidence: [event],
      expected: ['link info (0x204), one for each link'],
      ...(filled ? {} : {confidence: 'low' as const}),
    })
  }
  const {state, peer: joined, mlo, since} = trace.before(event)
  if (state !== 'associated' || joined === null || !peer || trace.same(adapter, peer, joined, mlo) !== true)
    return notApplicable('the connection of the link state is not known')
  if (mlo === true) return PASS
  // A single link state never shows that a connection has no MLO: a link may be added.
  if (mlo === null || since?.message.name !== 'ASSOCIATION_RESULT')
    return notApplicable('whether the connection is MLO is not known')
  return violation({
    atUs: event.atUs,
    message: `${of} has ${links.length} link infos on a connection without MLO.`,
    evidence: [event, since],
    expected: ['one link info (0x204)'],
  })
}
