/**
 * The words of 'etwinning-school' version 1 in Norwegian nynorsk.
 *
 * Labels and asks speak as the school (*vi*); guidance speaks to the team in the imperative; the
 * questions are for the team to ask each other, so they say *vi* again. Never *de* or *dykk* for
 * the reader: it is too easily read as *they*. One norm: skule, e-infinitive, a-verbs, *frå* and
 * *til* instead of a genitive, no s-passive. All in our own words: of the mission only the five
 * short names are quoted, of the label form nothing.
 */
import type { TemplateWords } from './template.ts'

export const etwinningSchoolV1Nn: TemplateWords = {
  kind: 'Handlingsplan for eTwinning',
  sections: {
    school: {
      title: 'Skulen vår',
      ask: 'Kven vi er, og kvar vi vil med eTwinning.',
    },
    safety: {
      title: 'Trygg bruk av internett',
      ask: 'Kva vi har avtalt, og korleis elevane lærer å ta vare på seg sjølve og andre på nett.',
    },
    leadership: {
      title: 'Felles leiarskap',
      ask: 'Fleire er med og organiserer og avgjer, og leiinga gjer det mogleg for alle å delta.',
    },
    collaboration: {
      title: 'Samarbeid, deling og teamarbeid',
      ask: 'Vi planlegg som eit team, deler med andre og brukar planen gjennom heile året.',
    },
    pupils: {
      title: 'Elevane er endringsagentar',
      ask: 'Elevane er med og formar skulen, prøver ut nye ting og fortel andre om det.',
    },
    models: {
      title: 'Modellar for andre skular',
      ask: 'Vi hjelper skular i nærleiken i gang og gir dei noko dei kan bruke.',
    },
    inclusion: {
      title: 'Inkluderande og innovative læringsorganisasjonar',
      ask: 'Alle elevar får vere med, og heile skulen prøver ut, lærer og justerer.',
    },
    'follow-up': {
      title: 'Oppfølging',
      ask: 'Når vi stoppar opp og ser på planen, og kva vi gjer med det vi oppdagar.',
    },
  },
  fields: {
    'school.about': {
      label: 'Kven vi er',
      guidance:
        'Skildre skulen slik at ein lærar i eit anna land ser han for seg: stad, trinn, elevtal ' +
        'og språk. Fortel kort kva skulen har gjort med eTwinning til no.',
      questions: [
        'Kor mange elevar, tilsette og aktive eTwinning-lærarar har vi?',
        'Kva språk snakkar elevane heime?',
        'Kva er spesielt med staden og nærmiljøet vårt?',
        'Når byrja vi med eTwinning, og kva er vi mest stolte av?',
      ],
    },
    'school.vision': {
      label: 'Dit vil vi',
      guidance:
        'Skriv med få setningar kva som skal vere annleis for elevane når planperioden er over. ' +
        'Knyt det gjerne til eit mål skulen har frå før.',
      questions: [
        'Kva skal elevane kunne seie om skulen om to år som dei ikkje kan seie i dag?',
        'Kva mål i verksemdsplanen kan eTwinning hjelpe oss med?',
        'Kva lèt vi liggje for å få tid til dette?',
      ],
    },
    'safety.internet': {
      label: 'Slik gjer vi det trygt',
      guidance:
        'Fortel kva reglar skulen har, kven som har laga dei, og kva rutinar som gjeld for ' +
        'bilete og samtykke. Skriv også kva som manglar.',
      questions: [
        'Kven laga nettreglane, og når snakka vi sist med elevane om dei?',
        'Kven hentar inn samtykke før nokon tek bilete, og når blir samtykket fornya?',
        'Kven seier elevane frå til når noko går gale på nett?',
        'Gjeld det vi har avtalt, også i SFO, på tur og i lukka grupper?',
      ],
    },
    'leadership.today': {
      label: 'Slik gjer vi det i dag',
      guidance:
        'Skriv kven som er med og bestemmer, og kvar det står. Nemn møte, tid og roller, og sei ' +
        'det rett ut dersom mykje heng på éin person.',
      questions: [
        'Kven bestemmer over eTwinning hos oss, og kvar står det skrive?',
        'Kva stoppar opp dersom koordinatoren sluttar?',
        'Kor mykje fellestid får vi, og kven set av tida?',
        'Når fekk lærarar eller elevar sist endra ei avgjerd, og kva for ei?',
        'Kva gjer rektor sjølv, utover å seie ja?',
      ],
      example: {
        vague: 'Leiinga støttar eTwinning.',
        better: 'Rektor set av 6 × 60 minutt fellestid og leier halvvegsmøtet i januar.',
      },
    },
    'leadership.next': {
      label: 'Dei neste to åra',
      guidance:
        'Vel to eller tre grep som gjer at fleire ber eTwinning saman. Skriv sjølve tiltaka ' +
        'under, med ansvarleg, frist og noko som kan teljast.',
      questions: [
        'Kven får mandat til å avgjere kva, og når blir mandatet vedteke?',
        'Kva møte skal stå i årshjulet?',
        'Kva for andre planar på skulen skal nemne eTwinning?',
        'Kven tek over dersom den ansvarlege blir borte?',
        'Når er elevrådet med, og kva får elevane vere med og avgjere?',
      ],
      example: {
        vague: 'Vi vil styrkje delt leiing.',
        better: 'Frå august har kvar del av planen éin lærar som bestemmer innanfor mandatet.',
      },
    },
    'collaboration.today': {
      label: 'Slik gjer vi det i dag',
      guidance:
        'Fortel om noko lærarane faktisk har planlagt saman, på tvers av fag eller trinn. Skriv ' +
        'også korleis ein ny lærar kjem i gang.',
      questions: [
        'Kva prosjekt har lærarar i ulike fag planlagt saman?',
        'Når får vi sjå arbeidet til kvarandre?',
        'Korleis kjem ein ny lærar i gang det første halvåret?',
        'Når tok vi sist fram planen, bortsett frå til søknaden?',
        'Kva har spreidd seg til ein klasse som ikkje var med i noko prosjekt?',
      ],
      example: {
        vague: 'Lærarane samarbeider tett.',
        better: 'Tre lærarar i tre fag planla prosjektet i fire møte og vurderte det i mai.',
      },
    },
    'collaboration.next': {
      label: 'Dei neste to åra',
      guidance:
        'Vel faste tidspunkt framfor gode forsett: dagar for deling, ein makker for dei nye og ' +
        'noko å lage saman.',
      questions: [
        'Kva dag deler vi, og kven legg ut referatet?',
        'Kven blir makker for den neste nye eTwinnaren?',
        'Kva fag kan møtast i eitt prosjekt?',
        'Når ser vi på planen igjen, og kven tek han opp?',
      ],
      example: {
        vague: 'Vi deler erfaringar.',
        better:
          'Første tysdagen i månaden viser eitt team i 20 minutt kva dei har prøvd; referatet ' +
          'ligg ute innan fredag.',
      },
    },
    'pupils.today': {
      label: 'Slik gjer vi det i dag',
      guidance:
        'Skriv kva elevane har fått endra, og kva svar dei har fått. Fortel det utan namn og ' +
        'utan bilete av ansikt.',
      questions: [
        'Kva har elevane fått endra det siste året, kven fekk dei svar frå, og kor raskt?',
        'Korleis kan ein elev utanfor elevrådet seie meininga si?',
        'Kven prøver nye verktøy før vi bestemmer oss?',
        'Kven valde det elevane viste fram sist?',
        'Kva elevar blir aldri spurde?',
      ],
      example: {
        vague: 'Elevane er aktive.',
        better: '6. trinn testa to verktøy og sa nei til det eine; leiinga følgde rådet.',
      },
    },
    'pupils.next': {
      label: 'Dei neste to åra',
      guidance:
        'Gi elevane noko å bestemme, ikkje berre noko å vise fram. Skriv også kven som svarer på ' +
        'innspela frå dei, og kor lang tid det skal ta.',
      questions: [
        'Kva skal elevane få bestemme heilt sjølve?',
        'Kva skal dei prøve før vi kjøper det eller tek det i bruk?',
        'Kven svarer på innspel, og innan kor mange veker?',
        'Kven skal elevane fortelje om eTwinning til: andre klassar, lærarar, føresette?',
        'Kva gjer vi for at det ikkje alltid er dei same fem som er med?',
      ],
      example: {
        vague: 'Elevmedverknad er viktig for oss.',
        better: 'Elevrådet får svar på alle forslag innan tre veker; i fjor følgde vi 7 av 11.',
      },
    },
    'models.today': {
      label: 'Slik gjer vi det i dag',
      guidance:
        'Skriv kven skulen har hjelpt, og kva som hende etterpå. Éin skule som kom i gang, tel ' +
        'meir enn mange som har vore innom nettsida.',
      questions: [
        'Kva skule gjer noko annleis på grunn av oss?',
        'Korleis finn andre fram til oss?',
        'Kva kan dei ta med seg heim allereie i dag?',
        'Står vi i kurskalenderen til kommunen?',
        'Kva har vi lært av dei?',
      ],
      example: {
        vague: 'Vi er eit førebilete.',
        better: 'Naboskulen starta det første prosjektet sitt i mars etter fire møte med oss.',
      },
    },
    'models.next': {
      label: 'Dei neste to åra',
      guidance:
        'Start gjerne med éin skule i nærleiken, og avtal eit felles mål. Tenk på opne timar, ' +
        'kurs og opplegg som andre kan ta i bruk.',
      questions: [
        'Kva skule spør vi først, og kven tek kontakt?',
        'Kva skal dei ha fått til når vi er ferdige?',
        'Kva dag kan andre kome og sjå ein heilt vanleg time?',
        'Kva for to tiltak kan andre ta i bruk slik dei står?',
        'Kva vil vi lære av dei?',
      ],
      example: {
        vague: 'Vi spreier god praksis.',
        better: 'Åtte lærarar frå tre skular var i open time; to starta prosjekt.',
      },
    },
    'inclusion.today': {
      label: 'Slik gjer vi det i dag',
      guidance:
        'Tel kor mange som er med, trinn for trinn, og sjå etter kven som manglar. Skriv om ' +
        'praksisen på skulen, ikkje om enkeltelevar: ingen diagnosar, og ingen grupper på under ' +
        'fem.',
      questions: [
        'Kor stor del av elevane har vore med, på kvart trinn?',
        'Kven manglar, og kva er det som hindrar dei?',
        'Kva har vi prøvd ut og målt, og kva heldt vi fast ved?',
        'Kan alle lese og høyre det vi legg ut?',
        'Korleis får føresette som ikkje les norsk, vite kva vi driv med?',
      ],
      example: {
        vague: 'Vi brukar innovative metodar.',
        better:
          '6. trinn prøvde parlesing på to språk i seks veker; vi held fram, men med kortare ' +
          'tekstar.',
      },
    },
    'inclusion.next': {
      label: 'Dei neste to åra',
      guidance:
        'Vel éi hindring å fjerne kvart halvår, og éin ting kvart team skal prøve ut. Skriv kvar ' +
        'skulen står i dag, og kva som er målet.',
      questions: [
        'Kor mange skal ha vore med når perioden er over, og kva trinn startar vi med?',
        'Kva hindring fjernar vi først, og kven får velje?',
        'Kva skal kvart team prøve ut, og når ser vi om det verka?',
        'Korleis kan elevane bruke alle språka sine i arbeidet?',
        'Kva kompetansemål arbeider vi med i prosjekta?',
      ],
      example: {
        vague: 'Vi inkluderer alle.',
        better: 'Delen elevar som har vore med, går frå 41 til 75 %; 1.–4. trinn først.',
      },
    },
    'follow-up.how': {
      label: 'Slik følgjer vi opp',
      guidance:
        'Skriv når teamet ser på planen saman, kven som skriv statusmeldingar, og kven som får ' +
        'vite korleis det går.',
      questions: [
        'Når har vi halvvegsmøte, og kven leier det?',
        'Kven skriv statusmelding på kvart tiltak, og kor ofte?',
        'Kva gjer vi når eit tiltak er forseinka?',
        'Når høyrer vi elevrådet, og når får elevane svar?',
        'Kven skal få vite om resultatet: samarbeidsutvalet, føresette, kommunen?',
      ],
      example: {
        vague: 'Vi følgjer opp fortløpande.',
        better: 'Siste fredagen i november og mai skriv kvar ansvarleg éi setning om kvart tiltak.',
      },
    },
  },
}
