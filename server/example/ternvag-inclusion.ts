/** The example school as an inclusive and innovative learning organisation. */
import { bold, bullets, callout, inLanguage, p } from './rich.ts'
import { type CommitmentDraft, link } from './ternvag-draft.ts'

export const INCLUSION: CommitmentDraft = {
  commitment: 'inclusion',
  today: [
    p(
      'Høsten 2025 talte vi for første gang. ',
      bold('41 % av elevene på 5.–10. trinn'),
      ` har vært med i et eTwinning-prosjekt. På 1.–4. trinn har vi aldri talt.`,
    ),
    p(`Samisk og de andre språkene elevene har med seg hjemmefra, blir vist fram på plakater og ved
      høytider, men vi bruker dem sjelden i timene. Sju av videoene vi har lagt ut, mangler
      teksting. Da er det elever og foresatte som ikke får med seg innholdet.`),
    p(`Teamene prøver ut mye, men vi skriver sjelden ned hva som virket. Derfor må vi ofte begynne
      på nytt.`),
    callout(
      p(bold('Det vi ikke vet: '), 'hvorfor nesten seks av ti på 5.–10. trinn ikke har vært med.'),
    ),
  ],
  todayEvidence: [link('Telleliste, høsten 2025', 'etwinning/telling-2025')],
  next: [
    p('Alle elever skal få være med. Vi går fram i tre steg:'),
    bullets([
      p(
        bold('Telle: '),
        `I oktober og mai teller vi hvem som har vært med, trinn for trinn. Målet er å komme fra
        41 til 75 % innen sommeren 2027.`,
      ),
      p(bold('Fjerne: '), 'Hvert halvår fjerner vi én hindring. Elevrådet velger hvilken.'),
      p(
        bold('Prøve ut: '),
        `Hvert team prøver ut én ny arbeidsmåte og skriver et kort notat: Hva trodde vi, hva
        skjedde, og fortsetter vi?`,
      ),
    ]),
    p(
      `Språkene skal brukes. Til samefolkets dag lærer elevene partnerklassene et vers på sine egne
      språk, og alle øver på å si `,
      inLanguage('se', 'Lihkku beivviin'),
      ' (gratulerer med dagen). Det vi legger ut, skal alle kunne lese og høre.',
    ),
  ],
  actions: [
    {
      title: 'Alle med minst én gang',
      goal: 'Ingen skal bli stående utenfor.',
      description: [
        p(`Kontaktlærerne teller hvor mange i klassen som har vært med, uten å skrive navn. Der få
          har vært med, spør vi elevene hva som hindrer dem, før vi finner på noe. Tallene blir
          lagt fram for elevrådet.`),
      ],
      indicator: 'Andelen elever som har vært med, går fra 41 til 75 %, talt trinn for trinn.',
      pupilsPart: 'Elevrådet velger hvilken hindring vi skal fjerne.',
      resources: null,
      owners: ['sigrid'],
      start: '2026-10-12',
      due: '2027-06-11',
      status: 'started',
      checkIns: [
        {
          date: '2026-11-12',
          status: 'started',
          text: 'Elevrådet har valgt hindringen vi skal fjerne: møter på kveldstid.',
          by: 'sigrid',
        },
      ],
      evidence: [link('Tabell over deltakelse på hvert trinn', 'etwinning/telling-2026')],
    },
    {
      title: 'Språkmøte til samefolkets dag',
      goal: 'Språkene elevene kan, skal være en ressurs for alle.',
      description: [
        p(`Elevene velger et vers på et språk de kan, øver det inn og lærer det bort til
          partnerklassen på video. Den som ikke vil være på bildet, leser inn lyden. Samefolkets dag
          er 6. februar. I 2027 er det en lørdag, så vi viser opptakene fredag 5. februar.`),
      ],
      indicator: 'Tre klasser og fem språk er med.',
      pupilsPart: 'Elevene lærer partnerne et vers.',
      resources: 'Teksting av opptakene',
      owners: ['elle', 'name:Morsmålslæreren'],
      start: '2026-11-09',
      due: '2027-02-05',
      status: 'started',
      checkIns: [],
      evidence: [link('Plan for opptakene', 'etwinning/sprakmote/opptaksplan')],
    },
    {
      title: 'Sider alle kan lese',
      goal: 'Alle skal kunne lese og høre det vi legger ut.',
      description: [
        p('Vi går gjennom det vi har lagt ut, og tar det viktigste først:'),
        bullets([
          p('Videoene som mangler teksting, blir tekstet.'),
          p('Bildene på alle nye sider får alternativ tekst.'),
          p('Setningene skal være korte og ordene vanlige.'),
        ]),
      ],
      indicator: `Antall videoer uten teksting går fra 7 til 0, og alle nye sider har alternativ
        tekst.`,
      pupilsPart: 'Elever som bruker lesestøtte, tester sidene.',
      resources: 'Sjekkliste',
      owners: ['katarzyna'],
      start: '2027-02-08',
      due: '2027-04-30',
      status: 'planned',
      checkIns: [],
      evidence: [],
    },
  ],
}
