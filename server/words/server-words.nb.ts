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
  },
  door: {
    'link-not-valid': {
      title: 'Lenken virker ikke lenger',
      text: 'Eksempelskolen den hørte til, er slettet, eller så kom ikke hele lenken med. På startsiden kan du åpne et nytt eksempel.',
    },
    'signed-in-elsewhere': {
      title: 'Du er allerede logget inn på skolen din',
      text: 'Lenken åpner et eksempel, og den logger deg ikke ut av skolen din. Åpne den i et privat vindu, eller logg ut først.',
    },
    home: 'Til startsiden',
  },
}
