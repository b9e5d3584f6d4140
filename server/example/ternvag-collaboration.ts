/** The example school on collaboration, sharing and teamwork. */
import { bold, bullets, callout, p } from './rich.ts'
import { type CommitmentDraft, link } from './ternvag-draft.ts'

export const COLLABORATION: CommitmentDraft = {
  commitment: 'collaboration',
  today: [
    p(
      'Vi har gode prosjekter, men de går ',
      bold('side om side'),
      `. I 2025 hadde engelsk, naturfag og kunst og håndverk hvert sitt, og lærerne visste lite om
      hva de andre holdt på med.`,
    ),
    p(`Om noe blir delt, er det tilfeldig. Ofte skjer det fordi to av oss kommer i prat ved
      kopimaskinen. Mange gode opplegg er det bare én lærer som vet om.`),
    p(`En lærer som er ny i eTwinning, må gjerne vente et år før det første prosjektet. Det er ikke
      viljen det står på, men ingen har hatt ansvar for å hjelpe de nye i gang.`),
    callout(
      p(bold('Det vi savner mest: '), 'å se hvordan en kollega gjør det, før vi prøver selv.'),
    ),
  ],
  todayEvidence: [
    link('Prosjektside: engelsk', 'etwinning/prosjekter/engelsk-2025'),
    link('Prosjektside: naturfag', 'etwinning/prosjekter/naturfag-2025'),
    link('Prosjektside: kunst og håndverk', 'etwinning/prosjekter/kunst-og-handverk-2025'),
  ],
  next: [
    p(`Første tirsdag i måneden viser ett team i 20 minutter hva de har prøvd, og referatet ligger
      ute innen fredag. I tillegg gjør vi dette:`),
    bullets([
      p(
        bold('Makker fra første dag: '),
        `Alle som er nye i eTwinning, får en erfaren kollega som makker og kommer i gang i løpet av
        det første halvåret.`,
      ),
      p(
        bold('Ett prosjekt i tre fag: '),
        `Lærerne i naturfag, matematikk og kunst og håndverk planlegger, underviser og vurderer
        sammen.`,
      ),
      p(
        bold('Planen på bordet: '),
        `På planleggingsdagen i august kommer hvert team med minst ett forslag til endring.`,
      ),
    ]),
    p('Vi begynner i det små. Ni korte økter som blir holdt, er bedre enn tjue på papiret.'),
  ],
  actions: [
    {
      title: 'Delingsøkt første tirsdag',
      goal: 'Det som virker i én klasse, skal spre seg til flere.',
      description: [
        p(`Ett team viser noe de har prøvd: hva de gjorde, hva som gikk bra, og hva de ville ha
          gjort annerledes. Det trenger ikke å være vellykket. Økta ligger først på tirsdagsmøtet,
          og referatet kommer ut innen fredag.`),
      ],
      indicator: `Antall økter går fra 0 til 9, og antall kolleger som har vist fram noe, går fra
        2 til 6.`,
      pupilsPart: 'Elevene viser fram et produkt i tre av øktene.',
      resources: '20 minutter hver gang',
      owners: ['amina'],
      start: '2026-09-01',
      due: '2027-06-01',
      status: 'started',
      checkIns: [
        {
          date: '2027-01-05',
          status: 'started',
          text:
            'Fem økter er holdt, og fire kolleger har vist fram noe. Elevene har vist fram et ' +
            'produkt i én av øktene.',
          by: 'amina',
        },
      ],
      evidence: [link('Side med referater fra øktene', 'etwinning/delingsokter')],
    },
    {
      title: 'Makker for nye eTwinnere',
      goal: 'De som er nye i eTwinning, skal komme i gang i løpet av et halvår.',
      description: [
        p(`En erfaren eTwinner følger en ny gjennom det første prosjektet, fra partnersøk til
          avslutning. De to bytter timer, slik at begge får se den andre undervise.`),
      ],
      indicator: 'Antall makkerpar med eget registrert prosjekt går fra 0 til 4.',
      pupilsPart: 'Elever på 9. trinn hjelper elever på 5. trinn med å logge inn.',
      resources: 'Bytte av to undervisningstimer',
      owners: ['elle'],
      start: '2026-08-17',
      due: '2026-12-11',
      status: 'started',
      checkIns: [
        {
          date: '2026-12-08',
          status: 'started',
          text:
            'To par er i gang. Én lærer er i permisjon, og timeplanen ble endret i oktober. ' +
            'Jeg ber om ny frist, 12. mars 2027.',
          by: 'elle',
        },
      ],
      evidence: [
        link('Prosjektsida til det første paret', 'etwinning/makker/par-1'),
        link('Prosjektsida til det andre paret', 'etwinning/makker/par-2'),
      ],
    },
    {
      title: 'Fjord og elv: tre fag, to partnerland',
      goal: 'Fagene skal møtes i ett felles prosjekt.',
      description: [
        p('Elevene undersøker vannet der de bor, sammen med partnerskoler i Polen og Spania:'),
        bullets([
          p(bold('Naturfag: '), 'De måler temperatur og saltinnhold og ser etter liv i vannet.'),
          p(bold('Matematikk: '), 'De sammenligner tallene fra de tre landene.'),
          p(bold('Kunst og håndverk: '), 'De lager noe som viser hva de har funnet ut.'),
        ]),
        p('Lærerne har én felles plan og vurderer arbeidet sammen.'),
      ],
      indicator: `Antall fag i prosjektet går fra 1 til 3, med felles vurdering. Vi søker om
        kvalitetsmerket innen 11. juni 2027.`,
      pupilsPart: 'Elevene arbeider i grupper på tvers av landene og velger selv hva de vil lage.',
      resources: 'Partnerskoler i Polen og Spania, lånte sensorer',
      owners: ['bilal', 'katarzyna'],
      start: '2026-08-17',
      due: '2027-04-30',
      status: 'started',
      checkIns: [],
      evidence: [
        link('Felles plan for de tre fagene', 'etwinning/fjord-og-elv/plan'),
        link('Bilde fra målingene, uten ansikter', 'etwinning/fjord-og-elv/malinger.jpg'),
      ],
    },
  ],
}
