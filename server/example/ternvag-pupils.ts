/** The example school on its pupils as agents of change. */
import { bold, numbered, p, quote } from './rich.ts'
import { type CommitmentDraft, link, note } from './ternvag-draft.ts'

export const PUPILS: CommitmentDraft = {
  commitment: 'pupils',
  today: [
    p(`Elevrådet får planen når den er ferdig, og da er det lite igjen å mene noe om. Når elevene
      forteller om prosjektene på foreldremøter eller i andre klasser, er det som regel vi voksne
      som har valgt hva de skal vise fram.`),
    p(
      'Elevrådet kommer med mange innspill, men ',
      bold('ofte får de ikke svar'),
      `. Det er sjelden noen sier nei. Det er bare ingen som har ansvar for å svare. I februar 2026
      sa elevrådet det slik:`,
    ),
    quote(p('Vi vil heller ha et nei enn ikke noe svar.')),
    p(`Nye verktøy er det de voksne som velger. Elevene, som skal bruke dem hver dag, får prøve dem
      først etter at de er kjøpt.`),
  ],
  todayEvidence: [
    link('Referat fra elevrådet, februar 2026', 'elevradet/referat-2026-02'),
    link('Klassebilde (samtykket gikk ut 31. juli 2026)', 'bilder/klassebilde.jpg'),
  ],
  next: [
    p('Elevene skal merke at det de sier, fører til noe. Vi lover dem tre ting:'),
    numbered([
      p(
        bold('Svar innen tre uker. '),
        'Alle innspill får et svar med en begrunnelse, også når svaret er nei.',
      ),
      p(
        bold('Prøve før vi kjøper. '),
        `Elevene tester nye verktøy og arbeidsmåter før vi tar dem i bruk, og skriver hva de
        mener.`,
      ),
      p(
        bold('Egne ambassadører. '),
        `Elever fra 6.–10. trinn bestemmer selv hva de vil fortelle medelever, lærere og
        foresatte.`,
      ),
    ]),
    p(`Minst ett prosjekt skal elevene styre fra begynnelse til slutt. Vi vil også høre dem som
      ikke sitter i elevrådet, så klasserådene får sakene først.`),
  ],
  actions: [
    {
      title: 'eTwinning-ambassadører',
      goal: 'Elevene skal selv fortelle om arbeidet.',
      description: [
        p(`Ambassadørene melder seg selv. De møtes fire ganger, øver sammen og holder presentasjoner
          for andre klasser, for lærerne og på foreldremøter. Elevrådskontakten hjelper til, men det
          er elevene som bestemmer innholdet.`),
      ],
      indicator: `Antall ambassadører fra 6.–10. trinn går fra 0 til 8, og de har holdt tre
        presentasjoner.`,
      pupilsPart: 'Elevene planlegger og holder presentasjonene.',
      resources: '4 × 45 minutter',
      owners: ['hakon'],
      start: '2026-09-01',
      due: '2027-03-18',
      status: 'started',
      checkIns: [
        {
          date: '2027-01-15',
          status: 'started',
          text: 'Vi har seks ambassadører, og de har holdt én presentasjon.',
          by: 'hakon',
        },
      ],
      evidence: [
        link('Presentasjon laget av elevene', 'etwinning/ambassadorer/presentasjon.pdf'),
        note('Samtykke til presentasjonen gjelder til 31. juli 2027.'),
      ],
    },
    {
      title: 'Elevtest før vi tar i bruk',
      goal: 'Elevene skal si hva de mener, før skolen bruker penger.',
      description: [
        p(`Elevene prøver to verktøy som vi vurderer å kjøpe. De skriver ned hva som virker, hva
          som ikke virker, og hvem som kan falle utenfor. Først når de har sagt sitt, bestemmer
          skolen seg.`),
      ],
      indicator: 'Elevene har levert to skriftlige vurderinger og fått svar innen tre uker.',
      pupilsPart: 'Ti elever er testere, også elever som bruker lesestøtte.',
      resources: null,
      owners: ['bilal'],
      start: '2027-02-01',
      due: '2027-04-30',
      status: 'planned',
      checkIns: [],
      evidence: [],
    },
    {
      title: 'Elevstyrt prosjekt',
      goal: 'Elevene skal styre et helt prosjekt.',
      description: [
        p(`Elevene velger tema, setter opp timeplanen og fordeler arbeidet mellom seg. Lærerne er
          til stede, svarer når de blir spurt, og tar seg av vurderingen.`),
      ],
      indicator: `Ett prosjekt er gjennomført. Elevene har bestemt tema og timeplan, og 24 elever
        har vært med.`,
      pupilsPart: 'Alt unntatt vurderingen.',
      resources: 'To prosjektdager',
      owners: ['name:Elevrådet', 'torbjorn'],
      start: '2027-03-01',
      due: '2027-05-28',
      status: 'planned',
      checkIns: [],
      evidence: [],
    },
  ],
}
