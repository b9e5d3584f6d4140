/** The server's words in Norwegian bokmål. */
import type { ServerWords } from './server-words.ts'

export const serverWordsNb: ServerWords = {
  export: {
    contents: 'Innhold',
    school: 'Skole',
    period: 'Planperiode',
    actions: 'Tiltak',
    noActions: 'Ingen tiltak ennå.',
    notWritten: 'Ikke skrevet ennå.',
    untitled: 'Tiltak uten navn',
    goal: 'Mål',
    description: 'Slik gjør vi det',
    indicator: 'Slik ser vi at det virker',
    pupilsPart: 'Elevenes rolle',
    resources: 'Ressurser',
    owners: 'Ansvarlig',
    start: 'Start',
    due: 'Frist',
    status: 'Status',
    checkIns: 'Statusmeldinger',
    evidence: 'Dokumentasjon',
    ticked: 'Gjort',
    notTicked: 'Ikke gjort',
    wheel:
      'Planen som et hjul med fem deler, én for hver forpliktelse. ' +
      'Innholdsfortegnelsen nedenfor sier det samme med ord.',
    wheelKey:
      'Indre ring er slik vi gjør det i dag, ytre ring er de neste to årene. Prikkene er tiltakene.',
    independent: 'Samplan er uavhengig av Europakommisjonen og eTwinning.',
    statuses: { planned: 'Planlagt', started: 'I gang', done: 'Ferdig', stopped: 'Stanset' },
    startsOn: (date) => `start ${date}`,
    dueOn: (date) => `frist ${date}`,
    exportedOn: (date) => `Hentet fra Samplan ${date}.`,
    daysLate: (days) => (days === 1 ? '1 dag forsinket' : `${days} dager forsinket`),
    fieldsWritten: (written, all) => `${written} av ${all} felt skrevet`,
    actionsDone: (all, done) => {
      if (all === 0) return 'ingen tiltak'
      return done === 1 ? `${all} tiltak, 1 ferdig` : `${all} tiltak, ${done} ferdige`
    },
    discussion: {
      heading: 'Kommentarer og forslag',
      decisions: 'Beslutninger',
      comment: (number) => `Kommentar ${number}`,
      suggestion: (number) => `Forslag ${number}`,
      seeNotes: 'Kommentarer og forslag',
      backTo: (place) => `Tilbake til ${place}`,
      wholePlan: 'Hele planen',
      goneFromPlan: 'Noe som ikke står i planen lenger',
      title: 'Tittel',
      commitment: 'Forpliktelse',
      states: { open: 'Åpen', resolved: 'Løst' },
      resolved: 'Løst',
      suggestionStates: {
        open: 'Venter på svar',
        accepted: 'Godtatt',
        refused: 'Avslått',
        'taken-back': 'Godtatt og så angret',
      },
      suggestedBy: 'Foreslått av',
      reason: 'Begrunnelse',
      change: 'Endring',
      takenOut: 'tatt ut',
      putIn: 'satt inn',
      newAction: 'Nytt tiltak',
      decision: 'Beslutning',
      fromTo: (from, to) => `fra ${from} til ${to}`,
      noDay: 'ingen dato',
      nobody: 'ingen',
      taken: 'Meldingen er tatt bort av den som skrev den.',
    },
  },
  door: {
    'link-not-valid': {
      title: 'Lenken virker ikke lenger',
      text: 'Eksempelskolen den hørte til, er slettet, eller så kom ikke hele lenken med. På startsiden kan du åpne et nytt eksempel.',
    },
    'bad-address': {
      title: 'Denne adressen stemmer ikke',
      text: 'En del av den mangler, eller ble endret på veien hit. Åpne lenken på nytt der du fikk den.',
    },
    'signed-in-elsewhere': {
      title: 'Du er allerede logget inn på skolen din',
      text: 'Lenken åpner et eksempel, og den logger deg ikke ut av skolen din. Åpne den i et privat vindu, eller logg ut først.',
    },
    home: 'Til startsiden',
  },
  letters: {
    signIn: (minutes) => ({
      subject: 'Lenke for å logge inn i Samplan',
      greeting: 'Hei!',
      before: ['Her er lenken du ba om. Åpne den på den enheten du vil bruke.'],
      button: 'Logg inn',
      after: [`Lenken virker én gang, i ${minutes} minutter.`],
    }),
    confirm: (name) => ({
      subject: 'Bekreft e-postadressen din i Samplan',
      greeting: `Hei, ${name}!`,
      before: [
        'Bekreft at dette er din adresse, så kan du logge inn med den.',
        'Åpne lenken i nettleseren der du er logget inn.',
      ],
      button: 'Bekreft adressen',
      after: ['Lenken virker én gang, i ett døgn.'],
    }),
    taken: {
      subject: 'Adressen din er allerede i bruk i Samplan',
      greeting: 'Hei!',
      before: [
        'Noen prøvde å legge til denne adressen på en konto, men den hører allerede til en annen. Ingenting er endret.',
        'Var det deg, så logg inn med adressen i stedet.',
      ],
      button: 'Til innlogging',
      after: [],
    },
    passwordMade: {
      subject: 'Du kan nå logge inn i Samplan med passord',
      greeting: 'Hei!',
      before: [
        'Det er nettopp laget et passord til kontoen din. Til nå har du logget inn uten. Alle andre steder der du var logget inn, er nå logget ut.',
        'Var det ikke deg, så be om en lenke for å logge inn, og lag et nytt passord med en gang.',
      ],
      button: 'Til innlogging',
      after: [],
    },
    passwordChanged: {
      subject: 'Passordet ditt i Samplan er endret',
      greeting: 'Hei!',
      before: [
        'Passordet ditt er nettopp endret. Alle andre steder der du var logget inn, er nå logget ut.',
        'Var det ikke deg, så be om en lenke for å logge inn, og lag et nytt passord med en gang.',
      ],
      button: 'Til innlogging',
      after: [],
    },
    invitation: ({ name, inviter, school, role, days }) => ({
      subject: `${inviter} inviterer deg til Samplan`,
      greeting: `Hei, ${name}!`,
      before: [
        role === 'teacher'
          ? `${inviter} ved ${school} inviterer deg til å skrive skolens eTwinning-plan sammen med de andre.`
          : `${inviter} ved ${school} inviterer deg til å lese skolens eTwinning-plan.`,
      ],
      button: 'Bli med',
      after: [`Lenken er til deg alene. Den virker én gang, i ${days} dager.`],
    }),
    ignore: 'Kjenner du ikke til dette, kan du trygt se bort fra e-posten.',
  },
  digest: {
    subject: (title, plans) =>
      title === null ? `Nytt i ${plans} av planene dine` : `Nytt i «${title}»`,
    greeting: (name) => `Hei, ${name}!`,
    intro: (school) => `Dette er nytt til deg i planene ved ${school}.`,
    told: {
      mention: (by) => `${by} nevnte deg`,
      assigned: (by) => `${by} ba deg følge opp en kommentar`,
      reply: (by) => `${by} svarte på en kommentar du er med på`,
      thread: (by) => `${by} skrev en kommentar`,
      suggestion: (by) => `${by} kom med et forslag`,
      accepted: (by) => `${by} godtok forslaget ditt`,
      refused: (by) => `${by} takket nei til forslaget ditt`,
      'taken-back': (by) => `${by} angret at forslaget ditt ble tatt inn`,
      decision: (by) => `${by} skrev en beslutning`,
    },
    more: (count) => (count === 1 ? 'Og 1 til i planen.' : `Og ${count} til i planen.`),
    changes: 'Se hva som er endret siden du sist var her',
    untitledPlan: 'Plan uten tittel',
    allOfIt: 'Se alt som venter på deg',
    whyDaily:
      'Du får denne e-posten på skoledager når det er noe nytt. I helger og ferier får du ingen.',
    whyWeekly: 'Du får denne e-posten én gang i uken når det er noe nytt. I ferier får du ingen.',
    change: 'Velg hvor ofte du vil ha den, eller slå den av',
  },
  former: {
    coordinator: 'tidligere koordinator',
    teacher: 'tidligere lærer',
    leadership: 'tidligere leder',
    pupil: 'tidligere elev',
    guest: 'tidligere gjest',
  },
}
