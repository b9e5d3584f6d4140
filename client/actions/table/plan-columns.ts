/**
 * Which column of a pasted table is what of an action, by its heading, in any of our
 * languages and the words that schools use. Three of them make a plan of actions.
 */
import type { PastedTable } from '../../text/paste/pasted.ts'
import { cellWords } from '../../text/paste/table-text.ts'

export type ColumnKind =
  | 'title'
  | 'goal'
  | 'description'
  | 'indicator'
  | 'pupilsPart'
  | 'resources'
  | 'owners'
  | 'start'
  | 'due'
  | 'status'

export interface PlanColumn {
  /** As it stands in the table. */
  readonly heading: string
  /** null: of no kind, or of one that an earlier column has; its words go to the description. */
  readonly kind: ColumnKind | null
}

const ENOUGH = 3

/** In the order in which they are tried: 'how we see that it works' is not a 'how'. */
const WORDS: readonly (readonly [ColumnKind, readonly string[]])[] = [
  ['status', ['status', 'fremdrift', 'framdrift', 'progress', 'gjennomført', 'tilstand']],
  ['start', ['start', 'oppstart', 'startdato', 'fra', 'frå', 'from', 'begin']],
  ['due', [
    'frist', 'tidsfrist', 'frister', 'fristar', 'når', 'tidspunkt', 'tidsrom', 'tid', 'dato', 'ferdig',
    'slutt', 'sluttdato', 'deadline', 'due', 'due date', 'when', 'date', 'by when', 'timeline', 'end',
  ]],
  ['owners', [
    'ansvarlig', 'ansvarlige', 'ansvarleg', 'ansvarlege', 'ansvar', 'hvem', 'kven', 'eier', 'eigar',
    'responsible', 'responsibility', 'owner', 'owners', 'who', 'person', 'personer',
  ]],
  ['indicator', [
    'indikator', 'indikatorer', 'indikatorar', 'måltegn', 'måleindikator', 'kjennetegn', 'kjenneteikn',
    'suksesskriterier', 'suksesskriterium', 'tegn', 'teikn', 'ser vi at det virker',
    'ser vi at det verkar', 'vurdering', 'evaluering', 'indicator', 'indicators', 'success criteria',
    'evidence of success', 'measure', 'kpi',
  ]],
  ['pupilsPart', [
    'elevenes rolle', 'rolla til elevane', 'elevene', 'elevane', 'elever', 'elevar', 'elevmedvirkning',
    'elevmedverknad', 'pupils', 'students', 'pupils part', 'student role', 'student voice',
  ]],
  ['resources', [
    'ressurser', 'ressursar', 'ressurs', 'ressursbruk', 'utstyr', 'kostnad', 'kostnader', 'budsjett',
    'resources', 'resource', 'budget', 'cost', 'equipment',
  ]],
  ['goal', [
    'mål', 'delmål', 'målsetting', 'målsetjing', 'hensikt', 'føremål', 'formål', 'hvorfor', 'kvifor',
    'goal', 'goals', 'aim', 'objective', 'objectives', 'why', 'purpose',
  ]],
  ['title', [
    'tiltak', 'aktivitet', 'aktiviteter', 'aktivitetar', 'handling', 'oppgave', 'oppgåve', 'hva', 'kva',
    'action', 'actions', 'activity', 'activities', 'task', 'tasks', 'what', 'tittel', 'title',
  ]],
  ['description', [
    'beskrivelse', 'skildring', 'hvordan', 'korleis', 'gjennomføring', 'slik gjør vi det',
    'slik gjer vi det', 'description', 'how', 'details', 'kommentar', 'merknad', 'comment', 'notes',
  ]],
] // prettier-ignore

/** The columns, or null when the table is no plan of actions. */
export function planColumns({ rows }: PastedTable): readonly PlanColumn[] | null {
  const [head] = rows
  if (!head || rows.length < 2) return null
  const taken = new Set<ColumnKind>()
  const columns = head.map((cell): PlanColumn => {
    const heading = cellWords(cell)
    const kind = kindOf(heading)
    if (kind === null || taken.has(kind)) return { heading, kind: null }
    taken.add(kind)
    return { heading, kind }
  })
  return taken.size >= ENOUGH ? columns : null
}

function kindOf(heading: string): ColumnKind | null {
  // A heading is short; a sentence that holds the word 'what' is none.
  if (heading.length > 60) return null
  const words = ` ${heading
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const found = WORDS.find(([, names]) => names.some((name) => words.includes(` ${name} `)))
  return found?.[0] ?? null
}
