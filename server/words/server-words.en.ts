/**
 * The words that the server writes itself, in British English; the other languages are in
 * `shared/words/`. A word of the trade has a note for translators, and what is filled in has a name.
 */
import type { Role } from '../../shared/access/policy.ts'
import type { NotificationKind } from '../../shared/api/inbox.ts'
import type { SuggestionState } from '../../shared/discuss/suggestion.ts'
import type { Status } from '../../shared/plan/status.ts'
import { type Message, say } from './message.ts'

/** Why a sign-in link did not open; or that an address is none. */
export type DoorNotice = 'link-not-valid' | 'signed-in-elsewhere' | 'bad-address'

interface DoorNoticeWords {
  readonly title: string
  readonly text: string
}

/** By what they are about. Whole phrases, never assembled from parts. */
export const serverWordsEn = {
  /** Labels of an exported plan. */
  export: {
    contents: 'Contents',
    school: 'School',
    period: 'Period',
    actions: 'Actions',
    noActions: 'No actions yet.',
    notWritten: 'Not written yet.',
    untitled: 'Action without a name',
    goal: 'Goal',
    description: 'How we do it',
    indicator: 'How we see that it works',
    pupilsPart: 'The pupils’ part',
    resources: 'Resources',
    owners: 'Owner',
    start: 'Start',
    due: 'Deadline',
    status: 'Status',
    checkIns: 'Check-ins',
    evidence: 'Evidence',
    ticked: say('Done', 'a task with a tick'),
    notTicked: say('Not done', 'a task without a tick'),
    wheel:
      'The plan as a wheel of five parts, one for each commitment. ' +
      'The list of contents below says the same in words.',
    wheelKey:
      'The inner ring is how we do it today, the outer ring the next two years. The dots are the actions.',
    independent: 'Samplan is independent of the European Commission and eTwinning.',
    statuses: {
      planned: 'Planned',
      started: 'Started',
      done: 'Done',
      stopped: 'Stopped',
    } satisfies Record<Status, string>,
    startsOn: say<{ readonly date: string }>('starts {date}'),
    dueOn: say<{ readonly date: string }>('due {date}'),
    exportedOn: say<{ readonly date: string }>('Exported from Samplan on {date}.'),
    daysLate: say<{ readonly days: number }>(
      '{days, plural, one {# day late} other {# days late}}',
    ),
    fieldsWritten: say<{ readonly written: number; readonly all: number }>(
      '{written} of {all} fields written',
    ),
    actionsDone: say<{ readonly all: number; readonly done: number }>(
      '{all, plural, =0 {no actions} one {# action, {done} done} other {# actions, {done} done}}',
    ),
    /** What was said about a plan. */
    discussion: {
      heading: 'Comments and suggestions',
      decisions: 'Decisions',
      comment: say<{ readonly number: number }>('Comment {number}'),
      suggestion: say<{ readonly number: number }>('Suggestion {number}'),
      seeNotes: say('Comments and suggestions', 'before the numbers of what is on a place'),
      backTo: say<{ readonly place: string }>('Back to {place}'),
      wholePlan: 'The whole plan',
      goneFromPlan: 'Something that is not in the plan any more',
      title: 'Title',
      commitment: 'Commitment',
      states: { open: 'Open', resolved: 'Resolved' },
      resolved: say('Resolved', 'before the name of who did it'),
      suggestionStates: {
        open: 'Waits for an answer',
        accepted: 'Accepted',
        refused: 'Declined',
        'taken-back': 'Accepted and then taken back',
      } satisfies Record<SuggestionState, string>,
      suggestedBy: 'Suggested by',
      reason: 'Reason',
      change: say('Change', 'before the words with what would be struck out and put in'),
      takenOut: say('taken out', 'before words that would be taken out, for those who listen'),
      putIn: say('put in', 'before words that would be put in, for those who listen'),
      newAction: 'New action',
      decision: 'Decision',
      fromTo: say<{ readonly from: string; readonly to: string }>('from {from} to {to}'),
      noDay: 'no date',
      nobody: 'nobody',
      taken: 'Whoever wrote the message took it away.',
    },
  },
  /** The page that says why a door stays shut. */
  door: {
    'link-not-valid': {
      title: 'This link does not work any more',
      text: 'The example school it belonged to has been cleared away, or part of the link is missing. You can open a new example from the start page.',
    },
    'bad-address': {
      title: 'This address is not right',
      text: 'Part of it is missing, or was changed on its way here. Open the link again where you got it.',
    },
    'signed-in-elsewhere': {
      title: 'You are already signed in to your school',
      text: 'This link opens an example, and it will not sign you out of your school. Open it in a private window, or sign out first.',
    },
    home: 'To the start page',
  } satisfies Record<DoorNotice, DoorNoticeWords> & { readonly home: string },
  /** What is sent by e-mail: paragraphs about one button. */
  letters: {
    signIn: {
      subject: 'Your link to sign in to Samplan',
      greeting: 'Hello!',
      before: ['Here is the link you asked for. Open it on the device you want to use.'],
      button: 'Sign in',
      after: [say<{ readonly minutes: number }>('The link works once, for {minutes} minutes.')],
    },
    confirm: {
      subject: 'Confirm your e-mail address in Samplan',
      greeting: say<{ readonly name: string }>('Hello, {name}!'),
      before: [
        'Confirm that this address is yours, and you can sign in with it.',
        'Open the link in the browser where you are signed in.',
      ],
      button: 'Confirm the address',
      after: ['The link works once, for a day.'],
    },
    taken: {
      subject: 'Your address is already in use in Samplan',
      greeting: 'Hello!',
      before: [
        'Somebody tried to add this address to an account, but it already belongs to another. Nothing has changed.',
        'If it was you, sign in with the address instead.',
      ],
      button: 'To the sign-in page',
      after: [],
    },
    passwordMade: {
      subject: 'You can now sign in to Samplan by a password',
      greeting: 'Hello!',
      before: [
        'A password was made for your account a moment ago. Until now you have signed in without one. Everywhere else you were signed in, you are now signed out.',
        'If it was not you, ask for a link to sign in, and make a new password at once.',
      ],
      button: 'To the sign-in page',
      after: [],
    },
    passwordChanged: {
      subject: 'Your password in Samplan has been changed',
      greeting: 'Hello!',
      before: [
        'Your password was changed a moment ago. Everywhere else you were signed in, you are now signed out.',
        'If it was not you, ask for a link to sign in, and make a new password at once.',
      ],
      button: 'To the sign-in page',
      after: [],
    },
    invitation: {
      subject: say<{ readonly inviter: string }>('{inviter} invites you to Samplan'),
      greeting: say<{ readonly name: string }>('Hello, {name}!'),
      toWrite: say<{ readonly inviter: string; readonly school: string }>(
        '{inviter} at {school} invites you to write the school’s eTwinning plan together with the others.',
      ),
      toRead: say<{ readonly inviter: string; readonly school: string }>(
        '{inviter} at {school} invites you to read the school’s eTwinning plan.',
      ),
      button: 'Join',
      after: [
        say<{ readonly days: number }>(
          'The link is for you alone. It works once, for {days} days.',
        ),
      ],
    },
    /** For who did not ask for it. */
    ignore: 'If this means nothing to you, you can safely ignore this e-mail.',
  },
  /** The letter about what waits in the plans. */
  digest: {
    subjectOfOne: say<{ readonly title: string }>('News in “{title}”'),
    subjectOfMany: say<{ readonly plans: number }>('News in {plans} of your plans'),
    greeting: say<{ readonly name: string }>('Hello {name},'),
    intro: say<{ readonly school: string }>('This is new for you in the plans of {school}.'),
    /** What somebody did; it is the words of a link. */
    told: {
      mention: say<By>('{by} mentioned you'),
      assigned: say<By>('{by} asked you to see to a comment'),
      reply: say<By>('{by} answered a comment that you take part in'),
      thread: say<By>('{by} wrote a comment'),
      suggestion: say<By>('{by} made a suggestion'),
      accepted: say<By>('{by} accepted your suggestion'),
      refused: say<By>('{by} declined your suggestion'),
      'taken-back': say<By>('{by} took back that your suggestion was accepted'),
      decision: say<By>('{by} wrote down a decision'),
    } satisfies Record<NotificationKind, Message<By>>,
    more: say<{ readonly count: number }>('And {count} more in the plan.'),
    changes: 'See what has changed since you were last here',
    untitledPlan: 'Plan without a title',
    allOfIt: 'See all that waits for you',
    whyDaily:
      'You get this letter on school days when there is something new. None on weekends and holidays.',
    whyWeekly: 'You get this letter once a week when there is something new. None on holidays.',
    change: 'Choose how often you want it, or turn it off',
  },
  /** What somebody who is erased is called from then on. */
  former: {
    coordinator: 'former coordinator',
    teacher: 'former teacher',
    leadership: 'former leader',
    pupil: 'former pupil',
    guest: 'former guest',
  } satisfies Record<Role, string>,
}

interface By {
  readonly by: string
}
