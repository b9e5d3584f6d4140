/** The example school as a model for other schools. */
import { bold, bullets, heading, numbered, p } from './rich.ts'
import { type CommitmentDraft, link } from './ternvag-draft.ts'

export const MODELS: CommitmentDraft = {
  commitment: 'models',
  today: [
    p(`Her har vi lite å vise til. Nettsida vår om eTwinning er fra 2022, og ingen har oppdatert
      den etter det. Vi har holdt ett innlegg for andre skoler i kommunen. Mange var nysgjerrige,
      men ingen fulgte opp, heller ikke vi.`),
    p(`Vi står ikke i kursplanen til kommunen. En lærer på naboskolen som lurer på hva eTwinning
      er, vet ikke hvem hun skal ringe. Om noen gjør noe annerledes på grunn av oss, vet vi
      ikke, for vi har aldri spurt.`),
    p(
      'Kort sagt: ',
      bold('Vi har fortalt om eTwinning, men ikke hjulpet noen i gang.'),
      ' Det er det vi vil gjøre noe med.',
    ),
  ],
  todayEvidence: [link('Nettsida om eTwinning fra 2022', 'etwinning-2022')],
  next: [
    p(`Vi begynner med én skole og gjør det skikkelig. Ett innlegg for mange skoler førte ikke
      til noe.`),
    heading('Slik går vi fram'),
    bullets([
      p(
        bold('En naboskole: '),
        'Vi følger Grønnvika skole fra det første møtet til det første prosjektet.',
      ),
      p(
        bold('En åpen time: '),
        'Våren 2027 inviterer vi tre skoler til å se hvordan vi faktisk arbeider.',
      ),
      p(
        bold('Et kurs: '),
        'På den felles planleggingsdagen i august 2027 holder vi kurs for skolene i kommunen.',
      ),
    ]),
    p(`Vi teller ikke hvor mange som har hørt om oss, men hvor mange som har begynt med noe selv.
      Og vi vil lære noe selv: På hvert møte viser Grønnvika oss noe de får til.`),
  ],
  actions: [
    {
      title: 'Mentor for Grønnvika skole',
      goal: 'En naboskole skal komme i gang.',
      description: [
        p('Vi møtes fire ganger, med ett tema hver gang:'),
        numbered([
          p('TwinSpace og de første stegene'),
          p('partnersøk og en idé som passer'),
          p('arbeid i grupper på tvers av land'),
          p('vurdering og kvalitetsmerke'),
        ]),
        p('Mellom møtene kan de ringe når de står fast.'),
      ],
      indicator: `Antall møter går fra 0 til 4, og Grønnvika har registrert sitt første prosjekt
        innen 29. oktober 2027.`,
      pupilsPart: 'To og to klasser blir vennskapsklasser på tvers av skolene.',
      resources: 'Reise, 2 × 40 km',
      owners: ['elle'],
      start: '2026-10-01',
      due: '2027-12-10',
      status: 'started',
      checkIns: [
        {
          date: '2027-01-12',
          status: 'started',
          text: 'Det første av fire møter er holdt.',
          by: 'elle',
        },
      ],
      evidence: [link('Avtale med Grønnvika skole', 'etwinning/mentor/avtale')],
    },
    {
      title: 'Åpen eTwinning-time',
      goal: 'Naboskolene skal få se undervisning slik den er til vanlig.',
      description: [
        p(`Gjestene er med i en vanlig time med «Fjord og elv». Etterpå viser elevene rundt og
          forklarer hva de gjør. Før gjestene reiser, skriver alle ned én ting de vil ta i bruk på
          sin egen skole.`),
      ],
      indicator: `Tre skoler og 12 gjester har vært på besøk, og 70 % av gjestene nevner én ting de
        vil ta i bruk.`,
      pupilsPart: 'Elevene er verter og omvisere.',
      resources: 'Vikar én dag',
      owners: ['katarzyna'],
      start: '2027-02-01',
      due: '2027-04-28',
      status: 'planned',
      checkIns: [],
      evidence: [],
    },
    {
      title: 'Kurs på kommunens planleggingsdag',
      goal: 'Skolene i kommunen skal lære sammen med oss.',
      description: [
        p(`Kurset er åpent for alle skolene i kommunen. Deltakerne får se et ekte prosjekt, lager
          sin egen konto og går hjem med en idé de kan begynne på. Vi tar kontakt igjen i september
          og spør hvordan det går.`),
      ],
      indicator: `25 deltakere er til stede, og tre av dem starter et prosjekt innen 29. oktober
        2027.`,
      pupilsPart: 'Elevene sitter i et panel som er filmet på forhånd, med samtykke.',
      resources: '90 minutter',
      owners: ['sigrid', 'bilal'],
      start: '2027-06-01',
      due: '2027-08-12',
      status: 'planned',
      checkIns: [],
      evidence: [],
    },
  ],
}
