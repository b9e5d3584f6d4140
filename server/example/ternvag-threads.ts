/**
 * What the people of the example school say about its plan. `@key` mentions somebody; days are
 * counted back from today.
 */
import type { Reaction } from '../../shared/api/threads.ts'
import type { ActionPart } from '../../shared/discuss/thread-place.ts'
import type { SuggestedChange } from '../../shared/discuss/suggestion.ts'
import type { FieldId } from '../../shared/templates/template.ts'
import { day } from './ternvag-draft.ts'
import type { PersonKey } from './ternvag-people.ts'

export interface ThreadDraft {
  readonly place: PlaceDraft
  /** The first begins the thread. */
  readonly says: readonly [SayingDraft, ...SayingDraft[]]
  readonly suggests?: SuggestedChange
  readonly accepted?: SettlingDraft
  readonly decision?: SettlingDraft & { readonly sentence: string }
  readonly resolved?: SettlingDraft
  readonly assigned?: SettlingDraft & { readonly to: PersonKey }
}

export type PlaceDraft =
  | { readonly section: string }
  | { readonly field: FieldId; readonly words?: string }
  /** By its title. */
  | { readonly action: string; readonly part?: ActionPart; readonly words?: string }

export interface SayingDraft {
  readonly by: PersonKey
  readonly daysAgo: number
  /** Nothing beside a suggestion that says all. */
  readonly text: string
  readonly reactions?: readonly (readonly [PersonKey, Reaction])[]
}

interface SettlingDraft {
  readonly by: PersonKey
  readonly daysAgo: number
}

/** What a paragraph said before a colleague suggested what it says now: see `accepted` below. */
export const BEFORE_SUGGESTION = {
  fieldId: 'collaboration.next',
  words: 'Lærerne samarbeider tett.',
  suggested: `Første tirsdag i måneden viser ett team i 20 minutter hva de har prøvd, og referatet
    ligger ute innen fredag.`.replace(/\s+/g, ' '),
} as const

/** Guests whose link lets them discuss. */
export const DISCUSSING_GUESTS: readonly PersonKey[] = ['leila', 'kjersti']

/** In the order they were begun. */
export const TERNVAG_THREADS: readonly ThreadDraft[] = [
  {
    place: { action: 'Alle med minst én gang', part: 'pupilsPart' },
    says: [
      {
        by: 'hakon',
        daysAgo: 68,
        text: `Elevrådet tok dette opp i klassene først. Det som hindrer flest, er møtene på
          kveldstid: Mange går på trening eller passer småsøsken.`,
        reactions: [['sigrid', 'thanks']],
      },
    ],
    decision: {
      by: 'hakon',
      daysAgo: 68,
      sentence: 'Elevrådet valgte 12. november: Vi slutter med eTwinning-møter på kveldstid.',
    },
    resolved: { by: 'sigrid', daysAgo: 67 },
  },
  {
    place: { action: 'Delingsøkt første tirsdag' },
    says: [
      {
        by: 'kjersti',
        daysAgo: 40,
        text: `Dette vil jeg gjerne ta med hjem til Grønnvika. Kan vi bruke opplegget hos oss?`,
      },
      {
        by: 'elle',
        daysAgo: 39,
        text: `Ja, bare ta det! Skriv at dere har det herfra, og fortell oss hvordan det går.`,
        reactions: [
          ['kjersti', 'thanks'],
          ['amina', 'agree'],
        ],
      },
    ],
    resolved: { by: 'kjersti', daysAgo: 39 },
  },
  {
    place: { field: BEFORE_SUGGESTION.fieldId, words: BEFORE_SUGGESTION.words },
    suggests: { kind: 'words', words: BEFORE_SUGGESTION.suggested },
    says: [
      {
        by: 'torbjorn',
        daysAgo: 35,
        text: `Det som står her, kan alle skoler si. Skal vi heller skrive hva vi faktisk gjør?`,
        reactions: [['amina', 'good-idea']],
      },
    ],
    accepted: { by: 'amina', daysAgo: 34 },
  },
  {
    place: { action: 'Makker for nye eTwinnere', part: 'due' },
    says: [
      {
        by: 'sigrid',
        daysAgo: 33,
        text: `Ny frist er greit for meg, @elle, men skriv hvorfor vi trenger den, og hvem som tok
          over da timeplanen ble endret i oktober.`,
      },
      {
        by: 'elle',
        daysAgo: 32,
        text: `Én av makkerne gikk ut i permisjon, og da timeplanen ble lagt om, mistet det andre
          paret timene de byttet på. Bilal har fulgt dem siden oktober, og det nye paret begynner i
          februar.`,
        reactions: [['sigrid', 'thanks']],
      },
    ],
    decision: {
      by: 'elle',
      daysAgo: 7,
      sentence: 'Ny frist er 12. mars 2027, hvis planen blir godkjent på nytt.',
    },
    resolved: { by: 'sigrid', daysAgo: 7 },
  },
  {
    place: {
      field: 'safety.internet',
      words: 'Fra januar 2027 bruker vi ikke bilder av ansikter som dokumentasjon.',
    },
    says: [
      {
        by: 'katarzyna',
        daysAgo: 13,
        text: `Ett av klassebildene viser ansikter, og samtykket gikk ut i juli. Hva gjør vi?`,
      },
      {
        by: 'bilal',
        daysAgo: 12,
        text: `Vi tar det ned. Heretter kan vi ta bilder av det elevene har laget, så slipper vi å
          telle samtykker.`,
        reactions: [
          ['katarzyna', 'good-idea'],
          ['marit', 'agree'],
        ],
      },
    ],
    decision: {
      by: 'elle',
      daysAgo: 7,
      sentence: 'Vi bruker ikke åpne ansikter i dokumentasjonen.',
    },
    resolved: { by: 'elle', daysAgo: 7 },
  },
  {
    place: {
      action: 'Alle med minst én gang',
      part: 'indicator',
      words: 'går fra 41 til 75 %',
    },
    says: [
      {
        by: 'sigrid',
        daysAgo: 6,
        text: `41 prosent av hvem? 1.–4. trinn er ikke med i tallet. Jeg vil gjerne ha et
          utgangspunkt for hvert trinn, ellers ser vi ikke om de yngste kommer med.`,
      },
      {
        by: 'torbjorn',
        daysAgo: 5,
        text: `Enig. Kontaktlærerne på 1.–4. kan telle i uka før vinterferien.`,
      },
    ],
  },
  {
    place: {
      action: 'eTwinning i virksomhetsplanen',
      part: 'resources',
      words: 'Drøfting i MBM først',
    },
    says: [
      {
        by: 'sigrid',
        daysAgo: 6,
        text: `@marit, ta dette i MBM før vi binder fellestida for neste år.`,
      },
      {
        by: 'marit',
        daysAgo: 5,
        text: `Ja, det står på sakslista til møtet 26. januar.`,
        reactions: [['sigrid', 'thanks']],
      },
    ],
  },
  {
    place: {
      action: 'Elevtest før vi tar i bruk',
      part: 'indicator',
      words: 'fått svar innen tre uker',
    },
    says: [
      {
        by: 'sigrid',
        daysAgo: 4,
        text: `Hvem er det som svarer elevene? Her bør det stå et navn.`,
      },
    ],
    assigned: { by: 'sigrid', daysAgo: 4, to: 'marit' },
  },
  {
    place: { section: 'inclusion' },
    says: [
      {
        by: 'leila',
        daysAgo: 3,
        text: `Invitasjonene på fem språk virket! Det kom foresatte vi aldri har sett på skolen før.
          Kan vi få datoene for neste skoleår før september, så rekker flere å ta fri?`,
        reactions: [
          ['sigrid', 'agree'],
          ['amina', 'agree'],
        ],
      },
    ],
  },
  {
    place: { action: 'Makker for nye eTwinnere', part: 'due' },
    suggests: {
      kind: 'fact',
      fact: 'due',
      from: day('2026-12-11'),
      to: day('2027-03-12'),
    },
    says: [
      {
        by: 'sigrid',
        daysAgo: 2,
        text: `Da kan vi føre inn den nye fristen når planen er godkjent.`,
      },
    ],
  },
]
