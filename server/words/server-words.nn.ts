/** The server's words in Norwegian nynorsk. */
import type { ServerWords } from './server-words.ts'

export const serverWordsNn: ServerWords = {
  export: {
    contents: 'Innhald',
    school: 'Skule',
    period: 'Planperiode',
    actions: 'Tiltak',
    noActions: 'Ingen tiltak enno.',
    notWritten: 'Ikkje skrive enno.',
    untitled: 'Tiltak utan namn',
    goal: 'Mål',
    description: 'Slik gjer vi det',
    indicator: 'Slik ser vi at det verkar',
    pupilsPart: 'Rolla til elevane',
    resources: 'Ressursar',
    owners: 'Ansvarleg',
    start: 'Start',
    due: 'Frist',
    status: 'Status',
    checkIns: 'Statusmeldingar',
    evidence: 'Dokumentasjon',
    ticked: 'Gjort',
    notTicked: 'Ikkje gjort',
    wheel:
      'Planen som eit hjul med fem delar, éin for kvar forplikting. ' +
      'Innhaldslista nedanfor seier det same med ord.',
    wheelKey:
      'Indre ring er slik vi gjer det i dag, ytre ring er dei neste to åra. Prikkane er tiltaka.',
    independent: 'Samplan er uavhengig av Europakommisjonen og eTwinning.',
    statuses: { planned: 'Planlagt', started: 'I gang', done: 'Ferdig', stopped: 'Stansa' },
    startsOn: (date) => `start ${date}`,
    dueOn: (date) => `frist ${date}`,
    exportedOn: (date) => `Henta frå Samplan ${date}.`,
    daysLate: (days) => (days === 1 ? '1 dag forseinka' : `${days} dagar forseinka`),
    fieldsWritten: (written, all) =>
      written === 1 ? `1 av ${all} felt utfylt` : `${written} av ${all} felt utfylte`,
    actionsDone: (all, done) => {
      if (all === 0) return 'ingen tiltak'
      return done === 1 ? `${all} tiltak, 1 ferdig` : `${all} tiltak, ${done} ferdige`
    },
    discussion: {
      heading: 'Kommentarar og forslag',
      decisions: 'Avgjerder',
      comment: (number) => `Kommentar ${number}`,
      suggestion: (number) => `Forslag ${number}`,
      seeNotes: 'Kommentarar og forslag',
      backTo: (place) => `Tilbake til ${place}`,
      wholePlan: 'Heile planen',
      goneFromPlan: 'Noko som ikkje står i planen lenger',
      title: 'Tittel',
      commitment: 'Forplikting',
      states: { open: 'Open', resolved: 'Løyst' },
      resolved: 'Løyst',
      suggestionStates: {
        open: 'Ventar på svar',
        accepted: 'Godteke',
        refused: 'Avslått',
        'taken-back': 'Godteke og så angra',
      },
      suggestedBy: 'Foreslått av',
      reason: 'Grunngiving',
      change: 'Endring',
      takenOut: 'teke ut',
      putIn: 'sett inn',
      newAction: 'Nytt tiltak',
      decision: 'Avgjerd',
      fromTo: (from, to) => `frå ${from} til ${to}`,
      noDay: 'ingen dato',
      nobody: 'ingen',
      taken: 'Den som skreiv meldinga, har teke ho bort.',
    },
  },
  door: {
    'link-not-valid': {
      title: 'Lenkja verkar ikkje lenger',
      text: 'Eksempelskulen ho høyrde til, er sletta, eller så kom ikkje heile lenkja med. På startsida kan du opne eit nytt eksempel.',
    },
    'bad-address': {
      title: 'Denne adressa stemmer ikkje',
      text: 'Noko av ho manglar, eller vart endra på vegen hit. Opne lenkja på nytt der du fekk ho.',
    },
    'signed-in-elsewhere': {
      title: 'Du er allereie logga inn på skulen din',
      text: 'Lenkja opnar eit eksempel, og ho loggar deg ikkje ut av skulen din. Bruk eit privat vindauge, eller logg ut først.',
    },
    home: 'Til startsida',
  },
  letters: {
    signIn: (minutes) => ({
      subject: 'Lenkje for å logge inn i Samplan',
      greeting: 'Hei!',
      before: ['Her er lenkja du bad om. Opne ho på den eininga du vil bruke.'],
      button: 'Logg inn',
      after: [`Lenkja verkar éin gong, i ${minutes} minutt.`],
    }),
    confirm: (name) => ({
      subject: 'Stadfest e-postadressa di i Samplan',
      greeting: `Hei, ${name}!`,
      before: [
        'Stadfest at dette er di adresse, så kan du logge inn med ho.',
        'Opne lenkja i nettlesaren der du er logga inn.',
      ],
      button: 'Stadfest adressa',
      after: ['Lenkja verkar éin gong, i eitt døgn.'],
    }),
    taken: {
      subject: 'Adressa di er allereie i bruk i Samplan',
      greeting: 'Hei!',
      before: [
        'Nokon prøvde å leggje til denne adressa på ein konto, men ho høyrer allereie til ein annan. Ingenting er endra.',
        'Var det deg, så logg inn med adressa i staden.',
      ],
      button: 'Til innlogging',
      after: [],
    },
    passwordMade: {
      subject: 'No kan du logge inn i Samplan med passord',
      greeting: 'Hei!',
      before: [
        'Det er nett laga eit passord til kontoen din. Til no har du logga inn utan. Alle andre stader der du var logga inn, er no logga ut.',
        'Var det ikkje deg, så be om ei lenkje for å logge inn, og lag eit nytt passord med ein gong.',
      ],
      button: 'Til innlogging',
      after: [],
    },
    passwordChanged: {
      subject: 'Passordet ditt i Samplan er endra',
      greeting: 'Hei!',
      before: [
        'Passordet ditt er nett endra. Alle andre stader der du var logga inn, er no logga ut.',
        'Var det ikkje deg, så be om ei lenkje for å logge inn, og lag eit nytt passord med ein gong.',
      ],
      button: 'Til innlogging',
      after: [],
    },
    invitation: ({ name, inviter, school, role, days }) => ({
      subject: `${inviter} inviterer deg til Samplan`,
      greeting: `Hei, ${name}!`,
      before: [
        role === 'teacher'
          ? `${inviter} ved ${school} inviterer deg til å skrive eTwinning-planen til skulen saman med dei andre.`
          : `${inviter} ved ${school} inviterer deg til å lese eTwinning-planen til skulen.`,
      ],
      button: 'Bli med',
      after: [`Lenkja er til deg åleine. Ho verkar éin gong, i ${days} dagar.`],
    }),
    ignore: 'Kjenner du ikkje til dette, kan du trygt sjå bort frå e-posten.',
  },
  digest: {
    subject: (title, plans) =>
      title === null ? `Nytt i ${plans} av planane dine` : `Nytt i «${title}»`,
    greeting: (name) => `Hei, ${name}!`,
    intro: (school) => `Dette er nytt til deg i planane ved ${school}.`,
    told: {
      mention: (by) => `${by} nemnde deg`,
      assigned: (by) => `${by} bad deg følgje opp ein kommentar`,
      reply: (by) => `${by} svara på ein kommentar du er med på`,
      thread: (by) => `${by} skreiv ein kommentar`,
      suggestion: (by) => `${by} kom med eit forslag`,
      accepted: (by) => `${by} godtok forslaget ditt`,
      refused: (by) => `${by} takka nei til forslaget ditt`,
      'taken-back': (by) => `${by} angra at forslaget ditt vart teke inn`,
      decision: (by) => `${by} skreiv ei avgjerd`,
    },
    more: (count) => (count === 1 ? 'Og 1 til i planen.' : `Og ${count} til i planen.`),
    changes: 'Sjå kva som er endra sidan du sist var her',
    untitledPlan: 'Plan utan tittel',
    allOfIt: 'Sjå alt som ventar på deg',
    whyDaily:
      'Du får denne e-posten på skuledagar når det er noko nytt. I helger og feriar får du ingen.',
    whyWeekly: 'Du får denne e-posten éin gong i veka når det er noko nytt. I feriar får du ingen.',
    change: 'Vel kor ofte du vil ha han, eller slå han av',
  },
  former: {
    coordinator: 'tidlegare koordinator',
    teacher: 'tidlegare lærar',
    leadership: 'tidlegare leiar',
    pupil: 'tidlegare elev',
    guest: 'tidlegare gjest',
  },
}
