/**
 * The words that the server writes itself, beside the template's and people's:
 * labels of an exported plan, and the page that says why a door stays shut.
 *
 * Whole phrases per language, never assembled from parts: number, noun and verb
 * agree differently in each. One file per language stands beside this one.
 */
import type { InvitedRole, Role } from '../../shared/access/policy.ts'
import type { NotificationKind } from '../../shared/api/inbox.ts'
import type { SuggestionState } from '../../shared/discuss/suggestion.ts'
import type { Language } from '../../shared/languages.ts'
import type { Status } from '../../shared/plan/status.ts'
import { serverWordsEn } from './server-words.en.ts'
import { serverWordsNb } from './server-words.nb.ts'
import { serverWordsNn } from './server-words.nn.ts'

export interface ServerWords {
  readonly export: ExportLabels
  readonly door: DoorWords
  readonly letters: LetterWords
  readonly digest: DigestWords
  /** What somebody who is erased is called from then on. */
  readonly former: Readonly<Record<Role, string>>
}

export interface ExportLabels {
  readonly contents: string
  readonly school: string
  readonly period: string
  readonly actions: string
  readonly noActions: string
  readonly notWritten: string
  readonly untitled: string
  readonly goal: string
  readonly description: string
  readonly indicator: string
  readonly pupilsPart: string
  readonly resources: string
  readonly owners: string
  readonly start: string
  readonly due: string
  readonly status: string
  readonly checkIns: string
  readonly evidence: string
  readonly ticked: string
  readonly notTicked: string
  readonly wheel: string
  readonly wheelKey: string
  readonly independent: string
  readonly statuses: Readonly<Record<Status, string>>
  readonly startsOn: (date: string) => string
  readonly dueOn: (date: string) => string
  readonly exportedOn: (date: string) => string
  readonly daysLate: (days: number) => string
  readonly fieldsWritten: (written: number, all: number) => string
  readonly actionsDone: (all: number, done: number) => string
  readonly discussion: DiscussionLabels
}

/** What was said about a plan, in its exports. */
export interface DiscussionLabels {
  readonly heading: string
  readonly decisions: string
  readonly comment: (number: number) => string
  readonly suggestion: (number: number) => string
  /** Before the numbers of what is on a place. */
  readonly seeNotes: string
  /** The link back to the place. */
  readonly backTo: (place: string) => string
  readonly wholePlan: string
  readonly goneFromPlan: string
  readonly title: string
  readonly commitment: string
  readonly states: Readonly<Record<'open' | 'resolved', string>>
  /** Before the name of who did it. */
  readonly resolved: string
  readonly suggestionStates: Readonly<Record<SuggestionState, string>>
  readonly suggestedBy: string
  readonly reason: string
  /** Before the words with what would be struck out and put in. */
  readonly change: string
  /** Before words that it would take out, and that it would put in, for those who listen. */
  readonly takenOut: string
  readonly putIn: string
  readonly newAction: string
  readonly decision: string
  readonly fromTo: (from: string, to: string) => string
  readonly noDay: string
  readonly nobody: string
  /** In place of a message that its writer took away. */
  readonly taken: string
}

/** Why a sign-in link did not open; or that an address is none. */
export type DoorNotice = 'link-not-valid' | 'signed-in-elsewhere' | 'bad-address'

export type DoorWords = Readonly<Record<DoorNotice, DoorNoticeWords>> & {
  /** The link that leads on. */
  readonly home: string
}

interface DoorNoticeWords {
  readonly title: string
  readonly text: string
}

/** The letters that are sent by e-mail. */
export interface LetterWords {
  readonly signIn: (minutes: number) => LetterParts
  readonly confirm: (name: string) => LetterParts
  readonly taken: LetterParts
  /** The account had none before. */
  readonly passwordMade: LetterParts
  readonly passwordChanged: LetterParts
  readonly invitation: (facts: {
    readonly name: string
    readonly inviter: string
    readonly school: string
    readonly role: InvitedRole
    readonly days: number
  }) => LetterParts
  /** For who did not ask for it. */
  readonly ignore: string
}

/** Paragraphs about one button. */
export interface LetterParts {
  readonly subject: string
  readonly greeting: string
  readonly before: readonly string[]
  /** The words of the link. */
  readonly button: string
  readonly after: readonly string[]
}

/** The letter about what waits in the plans. */
export interface DigestWords {
  /** @param title of the one plan; null: there are so many plans. */
  readonly subject: (title: string | null, plans: number) => string
  readonly greeting: (name: string) => string
  readonly intro: (school: string) => string
  /** What somebody did; it is the words of a link. */
  readonly told: Readonly<Record<NotificationKind, (by: string) => string>>
  readonly more: (count: number) => string
  /** The link to what changed in the plan since one was last there. */
  readonly changes: string
  readonly untitledPlan: string
  /** The link to the inbox. */
  readonly allOfIt: string
  readonly whyDaily: string
  readonly whyWeekly: string
  /** The link to where one chooses. */
  readonly change: string
}

const WORDS: Readonly<Record<Language, ServerWords>> = {
  nb: serverWordsNb,
  nn: serverWordsNn,
  en: serverWordsEn,
}

export function serverWords(language: Language): ServerWords {
  return WORDS[language]
}
