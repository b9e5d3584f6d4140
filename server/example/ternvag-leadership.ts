/** The example school on shared leadership. */
import { bold, bullets, heading, numbered, p } from './rich.ts'
import { type CommitmentDraft, link } from './ternvag-draft.ts'

export const LEADERSHIP: CommitmentDraft = {
  commitment: 'leadership',
  today: [
    p(
      'Hos oss hviler nesten alt på ',
      bold('én person'),
      `. Koordinatoren, Elle Márjá Lund, registrerer prosjektene, holder kontakten med partnerne,
      skriver søknadene og husker fristene. Blir hun borte, stopper det meste opp.`,
    ),
    p(`To av fem team er med. I 2025 møttes vi to ganger om eTwinning. Begge møtene ble kalt inn
      på kort varsel fordi noe hastet, og ingen av dem sto i årshjulet.`),
    p(`Ledelsen heier på arbeidet, men virksomhetsplanen nevner ikke eTwinning. Da taper vi lett
      når tid og penger skal fordeles.`),
    heading('Dette kan vi bygge på'),
    bullets([
      p('Rektor vil ha eTwinning inn i virksomhetsplanen.'),
      p('Elevrådet vil gjerne være med på møtene.'),
    ]),
  ],
  todayEvidence: [link('Referater fra de to møtene i 2025', 'etwinning/referater-2025')],
  next: [
    p('eTwinning skal være hele skolens arbeid og ikke hvile på én person. Det får vi til slik:'),
    numbered([
      p(
        bold('Et mandat. '),
        `eTwinning-gruppa får svart på hvitt hva den kan bestemme selv, og alle fem team er med.`,
      ),
      p(
        bold('Fast tid. '),
        `Rektor setter av 6 × 60 minutter fellestid i året og leder halvveismøtet i januar.`,
      ),
      p(
        bold('Fem ansvarlige lærere. '),
        `Fra august 2026 har hver av de fem delene av planen én lærer som bestemmer innenfor
        mandatet.`,
      ),
      p(
        bold('En linje i hver plan. '),
        `Hver av skolens egne planer skal ha én linje om eTwinning. Vi begynner med
        virksomhetsplanen.`,
      ),
    ]),
    p(`Vi bytter møteleder hver gang, og elevrådet er med på to av møtene. Vi har lyktes når
      koordinatoren kan være borte en måned uten at noe stopper opp.`),
  ],
  actions: [
    {
      title: 'Gruppe med mandat',
      goal: 'eTwinning skal ikke henge på én person.',
      description: [
        p(`Rektor gir gruppa et skriftlig mandat. Der står det hva gruppa bestemmer selv, hva den
          gir råd om, og hvor mye tid den har. Hvert team velger én representant, og møtedatoene
          blir lagt inn i årshjulet.`),
      ],
      indicator: `Antall team i gruppa går fra 2 til 5. Mandatet er vedtatt, og seks møtedatoer står
        i årshjulet.`,
      pupilsPart: 'Elevrådslederen og én til fra elevrådet er med på møte 2 og 5.',
      resources: '6 × 60 minutter fellestid',
      owners: ['elle', 'sigrid'],
      start: '2026-08-12',
      due: '2026-09-30',
      status: 'done',
      checkIns: [
        {
          date: '2026-09-28',
          status: 'done',
          text: 'Alle fem team er med. Det første møtet ble flyttet på grunn av nasjonale prøver.',
          by: 'elle',
        },
      ],
      evidence: [
        link('Mandat for eTwinning-gruppa (PDF)', 'etwinning/mandat.pdf'),
        link('Referat fra det første møtet', 'etwinning/gruppa/referat-1'),
      ],
    },
    {
      title: 'Ny møteleder hver gang',
      goal: 'Flere skal kunne lede arbeidet.',
      description: [
        p('Vi bytter på å lede møtene i gruppa. Den som står for tur,'),
        bullets([
          p('sender ut sakslista en uke før møtet'),
          p('passer på at alle kommer til orde'),
          p('skriver ned hva vi ble enige om, og hvem som følger det opp'),
        ]),
      ],
      indicator: 'Antall forskjellige møteledere går fra 1 til 6.',
      pupilsPart: 'Elever på 10. trinn er med på å lede ett av møtene.',
      resources: 'Mal for sakslista',
      owners: ['torbjorn'],
      start: '2026-08-12',
      due: '2027-06-11',
      status: 'started',
      checkIns: [
        {
          date: '2027-01-12',
          status: 'started',
          text: 'Tre forskjellige har ledet møter til nå.',
          by: 'torbjorn',
        },
      ],
      evidence: [link('Referater fra møtene i gruppa', 'etwinning/gruppa')],
    },
    {
      title: 'eTwinning i virksomhetsplanen',
      goal: 'Arbeidet skal fortsette selv om skolen får ny rektor.',
      description: [
        p(`Rektor skriver et utkast til ett mål om eTwinning, med navn på den som er ansvarlig.
          Elevrådet får utkastet før det går til samarbeidsutvalget. Når det er behandlet der,
          melder rektor målet til kommunen sammen med resten av planen.`),
      ],
      indicator: `Virksomhetsplanen har et eget mål for eTwinning, som er behandlet i
        samarbeidsutvalget og rapportert til kommunen.`,
      pupilsPart: 'Elevrådet uttaler seg om utkastet.',
      resources: 'Drøfting i MBM først',
      owners: ['marit'],
      start: '2027-02-01',
      due: '2027-05-28',
      status: 'planned',
      checkIns: [],
      evidence: [],
    },
  ],
}
