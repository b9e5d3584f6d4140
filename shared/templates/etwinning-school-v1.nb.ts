/**
 * The words of 'etwinning-school' version 1 in Norwegian bokmål.
 *
 * Labels speak as the school (*vi*); asks and guidance speak to the team (*dere*); the questions
 * are for the team to ask each other, so they say *vi* again. All in our own words: of the
 * mission only the five short names are quoted, of the label form nothing.
 */
import type { TemplateWords } from './template.ts'

export const etwinningSchoolV1Nb: TemplateWords = {
  kind: 'Handlingsplan for eTwinning',
  sections: {
    school: {
      title: 'Skolen vår',
      ask: 'Hvem dere er, og hvor dere vil med eTwinning.',
    },
    safety: {
      title: 'Trygg bruk av internett',
      ask: 'Hva dere har avtalt, og hvordan elevene lærer å ta vare på seg selv og andre på nett.',
    },
    leadership: {
      title: 'Felles lederskap',
      ask: 'Flere er med på å organisere og bestemme, og ledelsen gjør det mulig for alle å delta.',
    },
    collaboration: {
      title: 'Samarbeid, deling og teamarbeid',
      ask: 'Dere planlegger som et team, deler med andre og bruker planen gjennom hele året.',
    },
    pupils: {
      title: 'Elevene er endringsagenter',
      ask: 'Elevene er med på å forme skolen, prøver ut nye ting og forteller andre om det.',
    },
    models: {
      title: 'Modeller for andre skoler',
      ask: 'Dere hjelper skoler i nærheten i gang og gir dem noe de kan bruke.',
    },
    inclusion: {
      title: 'Inkluderende og innovative læringsorganisasjoner',
      ask: 'Alle elever får være med, og hele skolen prøver ut, lærer og justerer.',
    },
    'follow-up': {
      title: 'Oppfølging',
      ask: 'Når dere stopper opp og ser på planen, og hva dere gjør med det dere oppdager.',
    },
  },
  fields: {
    'school.about': {
      label: 'Hvem vi er',
      guidance:
        'Beskriv skolen slik at en lærer i et annet land ser den for seg: sted, trinn, elevtall ' +
        'og språk. Fortell kort hva dere har gjort med eTwinning til nå.',
      questions: [
        'Hvor mange elever, ansatte og aktive eTwinning-lærere har vi?',
        'Hvilke språk snakker elevene hjemme?',
        'Hva er spesielt ved stedet og nærmiljøet vårt?',
        'Når begynte vi med eTwinning, og hva er vi mest stolte av?',
      ],
    },
    'school.vision': {
      label: 'Dit vil vi',
      guidance:
        'Skriv med få setninger hva som skal være annerledes for elevene når planperioden er ' +
        'over. Knytt det gjerne til et mål skolen allerede har.',
      questions: [
        'Hva skal elevene kunne si om skolen om to år som de ikke kan si i dag?',
        'Hvilket mål i virksomhetsplanen kan eTwinning hjelpe oss med?',
        'Hva lar vi ligge for å få tid til dette?',
      ],
    },
    'safety.internet': {
      label: 'Slik gjør vi det trygt',
      guidance:
        'Fortell hvilke regler dere har, hvem som laget dem, og hvordan dere håndterer bilder ' +
        'og samtykke. Skriv også hva som mangler.',
      questions: [
        'Hvem laget nettreglene, og når snakket vi sist med elevene om dem?',
        'Hvem innhenter samtykke før bilder blir tatt, og når blir det fornyet?',
        'Hvem sier elevene fra til når noe går galt på nett?',
        'Gjelder det vi har avtalt, også i SFO, på tur og i lukkede grupper?',
      ],
    },
    'leadership.today': {
      label: 'Slik gjør vi det i dag',
      guidance:
        'Skriv hvem som er med på å bestemme, og hvor det står. Nevn møter, tid og roller, og ' +
        'si det rett ut hvis mye henger på én person.',
      questions: [
        'Hvem bestemmer over eTwinning hos oss, og hvor står det skrevet?',
        'Hva stopper opp hvis koordinatoren slutter?',
        'Hvor mye fellestid får vi, og hvem setter den av?',
        'Når fikk lærere eller elever sist endret en beslutning, og hvilken?',
        'Hva gjør rektor selv, utover å si ja?',
      ],
      example: {
        vague: 'Ledelsen støtter eTwinning.',
        better: 'Rektor setter av 6 × 60 minutter fellestid og leder halvveismøtet i januar.',
      },
    },
    'leadership.next': {
      label: 'De neste to årene',
      guidance:
        'Velg to eller tre grep som gjør at flere bærer eTwinning sammen. Selve tiltakene ' +
        'skriver dere under, med ansvarlig, frist og noe som kan telles.',
      questions: [
        'Hvem får mandat til å bestemme hva, og når blir mandatet vedtatt?',
        'Hvilke møter skal stå i årshjulet?',
        'Hvilke av skolens andre planer skal nevne eTwinning?',
        'Hvem tar over hvis den ansvarlige blir borte?',
        'Når er elevrådet med, og hva får de være med på å avgjøre?',
      ],
      example: {
        vague: 'Vi vil styrke delt ledelse.',
        better: 'Fra august har hver del av planen én lærer som bestemmer innenfor mandatet.',
      },
    },
    'collaboration.today': {
      label: 'Slik gjør vi det i dag',
      guidance:
        'Fortell om noe dere faktisk har planlagt sammen, på tvers av fag eller trinn. Skriv ' +
        'også hvordan en ny lærer kommer i gang.',
      questions: [
        'Hvilket prosjekt har lærere i ulike fag planlagt sammen?',
        'Når får vi se hverandres arbeid?',
        'Hvordan kommer en ny lærer i gang det første halvåret?',
        'Når tok vi sist fram planen, bortsett fra til søknaden?',
        'Hva har spredt seg til en klasse som ikke var med i noe prosjekt?',
      ],
      example: {
        vague: 'Lærerne samarbeider tett.',
        better: 'Tre lærere i tre fag planla prosjektet i fire møter og vurderte det i mai.',
      },
    },
    'collaboration.next': {
      label: 'De neste to årene',
      guidance:
        'Velg faste tidspunkter framfor gode forsetter: når dere deler, hvem som hjelper de ' +
        'nye, og hva dere skal lage sammen.',
      questions: [
        'Hvilken dag deler vi, og hvem legger ut referatet?',
        'Hvem blir makker for den neste nye eTwinneren?',
        'Hvilke fag kan møtes i ett prosjekt?',
        'Når ser vi på planen igjen, og hvem tar den opp?',
      ],
      example: {
        vague: 'Vi deler erfaringer.',
        better:
          'Første tirsdag i måneden viser ett team i 20 minutter hva de har prøvd; referatet ' +
          'ligger ute innen fredag.',
      },
    },
    'pupils.today': {
      label: 'Slik gjør vi det i dag',
      guidance:
        'Skriv hva elevene har fått endret, og hvilke svar de har fått. Fortell det uten navn og ' +
        'uten bilder av ansikter.',
      questions: [
        'Hva har elevene fått endret det siste året, hvem fikk de svar fra, og hvor raskt?',
        'Hvordan kan en elev utenfor elevrådet si sin mening?',
        'Hvem prøver nye verktøy før vi bestemmer oss?',
        'Hvem valgte det elevene viste fram sist?',
        'Hvilke elever blir aldri spurt?',
      ],
      example: {
        vague: 'Elevene er aktive.',
        better: '6. trinn testet to verktøy og sa nei til det ene; ledelsen fulgte rådet.',
      },
    },
    'pupils.next': {
      label: 'De neste to årene',
      guidance:
        'Gi elevene noe å bestemme, ikke bare noe å vise fram. Skriv også hvem som svarer på ' +
        'innspillene deres, og hvor lang tid det skal ta.',
      questions: [
        'Hva skal elevene få bestemme helt selv?',
        'Hva skal de prøve før vi kjøper det eller tar det i bruk?',
        'Hvem svarer på innspill, og innen hvor mange uker?',
        'Hvem skal elevene fortelle om eTwinning: andre klasser, lærere, foresatte?',
        'Hva gjør vi for at det ikke alltid er de samme fem som er med?',
      ],
      example: {
        vague: 'Elevmedvirkning er viktig for oss.',
        better: 'Elevrådet får svar på alle forslag innen tre uker; i fjor ble 7 av 11 fulgt.',
      },
    },
    'models.today': {
      label: 'Slik gjør vi det i dag',
      guidance:
        'Skriv hvem dere har hjulpet, og hva som skjedde etterpå. Én skole som kom i gang, ' +
        'teller mer enn mange som har besøkt nettsiden.',
      questions: [
        'Hvilken skole gjør noe annerledes på grunn av oss?',
        'Hvordan finner andre fram til oss?',
        'Hva kan de ta med seg hjem allerede i dag?',
        'Står vi i kurskalenderen til kommunen?',
        'Hva har vi lært av dem?',
      ],
      example: {
        vague: 'Vi er et forbilde.',
        better: 'Naboskolen startet sitt første prosjekt i mars etter fire møter med oss.',
      },
    },
    'models.next': {
      label: 'De neste to årene',
      guidance:
        'Begynn gjerne med én skole i nærheten, og avtal hva dere skal få til sammen. Tenk på ' +
        'åpne timer, kurs og opplegg som andre kan ta i bruk.',
      questions: [
        'Hvilken skole spør vi først, og hvem tar kontakt?',
        'Hva skal de ha fått til når vi er ferdige?',
        'Hvilken dag kan andre komme og se en helt vanlig time?',
        'Hvilke to tiltak kan andre ta i bruk slik de står?',
        'Hva vil vi lære av dem?',
      ],
      example: {
        vague: 'Vi sprer god praksis.',
        better: 'Åtte lærere fra tre skoler var i åpen time; to startet prosjekt.',
      },
    },
    'inclusion.today': {
      label: 'Slik gjør vi det i dag',
      guidance:
        'Tell hvor mange som er med, trinn for trinn, og se etter hvem som mangler. Skriv om ' +
        'skolens praksis, ikke om enkeltelever: ingen diagnoser, og ingen grupper på under fem.',
      questions: [
        'Hvor stor andel av elevene har vært med, på hvert trinn?',
        'Hvem mangler, og hva er det som hindrer dem?',
        'Hva har vi prøvd ut og målt, og hva beholdt vi?',
        'Kan alle lese og høre det vi legger ut?',
        'Hvordan får foresatte som ikke leser norsk, vite hva vi driver med?',
      ],
      example: {
        vague: 'Vi bruker innovative metoder.',
        better:
          '6. trinn prøvde parlesing på to språk i seks uker; vi fortsetter, men med kortere ' +
          'tekster.',
      },
    },
    'inclusion.next': {
      label: 'De neste to årene',
      guidance:
        'Velg én hindring dere vil fjerne hvert halvår, og én ting hvert team skal prøve ut. ' +
        'Skriv hvor dere står i dag, og hvor dere vil.',
      questions: [
        'Hvor mange skal ha vært med når perioden er over, og hvilke trinn begynner vi med?',
        'Hvilken hindring fjerner vi først, og hvem velger den?',
        'Hva skal hvert team prøve ut, og når ser vi om det virket?',
        'Hvordan kan elevene bruke alle språkene sine i arbeidet?',
        'Hvilke kompetansemål arbeider vi med i prosjektene?',
      ],
      example: {
        vague: 'Vi inkluderer alle.',
        better: 'Andelen elever som har deltatt, går fra 41 til 75 %; 1.–4. trinn først.',
      },
    },
    'follow-up.how': {
      label: 'Slik følger vi opp',
      guidance:
        'Skriv når dere ser på planen sammen, hvem som skriver statusmeldinger, og hvem som ' +
        'får vite hvordan det går.',
      questions: [
        'Når har vi halvveismøte, og hvem leder det?',
        'Hvem skriver statusmelding på hvert tiltak, og hvor ofte?',
        'Hva gjør vi når et tiltak er forsinket?',
        'Når hører vi elevrådet, og når får elevene svar?',
        'Hvem skal få vite om resultatet: samarbeidsutvalget, foresatte, kommunen?',
      ],
      example: {
        vague: 'Vi følger opp fortløpende.',
        better: 'Siste fredag i november og mai skriver hver ansvarlig én setning om hvert tiltak.',
      },
    },
  },
}
