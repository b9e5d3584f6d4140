/** The server's words in British English. */
import type { ServerWords } from './server-words.ts'

export const serverWordsEn: ServerWords = {
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
    ticked: 'Done',
    notTicked: 'Not done',
    wheel:
      'The plan as a wheel of five parts, one for each commitment. ' +
      'The list of contents below says the same in words.',
    wheelKey:
      'The inner ring is how we do it today, the outer ring the next two years. The dots are the actions.',
    independent: 'Samplan is independent of the European Commission and eTwinning.',
    statuses: { planned: 'Planned', started: 'Started', done: 'Done', stopped: 'Stopped' },
    startsOn: (date) => `starts ${date}`,
    dueOn: (date) => `due ${date}`,
    exportedOn: (date) => `Exported from Samplan on ${date}.`,
    daysLate: (days) => (days === 1 ? '1 day late' : `${days} days late`),
    fieldsWritten: (written, all) => `${written} of ${all} fields written`,
    actionsDone: (all, done) => {
      if (all === 0) return 'no actions'
      return all === 1 ? `1 action, ${done} done` : `${all} actions, ${done} done`
    },
    discussion: {
      heading: 'Comments and suggestions',
      decisions: 'Decisions',
      comment: (number) => `Comment ${number}`,
      suggestion: (number) => `Suggestion ${number}`,
      seeNotes: 'Comments and suggestions',
      backTo: (place) => `Back to ${place}`,
      wholePlan: 'The whole plan',
      goneFromPlan: 'Something that is not in the plan any more',
      title: 'Title',
      commitment: 'Commitment',
      states: { open: 'Open', resolved: 'Resolved' },
      resolved: 'Resolved',
      suggestionStates: {
        open: 'Waits for an answer',
        accepted: 'Accepted',
        refused: 'Declined',
        'taken-back': 'Accepted and then taken back',
      },
      suggestedBy: 'Suggested by',
      reason: 'Reason',
      change: 'Change',
      takenOut: 'taken out',
      putIn: 'put in',
      newAction: 'New action',
      decision: 'Decision',
      fromTo: (from, to) => `from ${from} to ${to}`,
      noDay: 'no date',
      nobody: 'nobody',
      taken: 'Whoever wrote the message took it away.',
    },
  },
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
  },
  letters: {
    signIn: (minutes) => ({
      subject: 'Your link to sign in to Samplan',
      greeting: 'Hello!',
      before: ['Here is the link you asked for. Open it on the device you want to use.'],
      button: 'Sign in',
      after: [`The link works once, for ${minutes} minutes.`],
    }),
    confirm: (name) => ({
      subject: 'Confirm your e-mail address in Samplan',
      greeting: `Hello, ${name}!`,
      before: [
        'Confirm that this address is yours, and you can sign in with it.',
        'Open the link in the browser where you are signed in.',
      ],
      button: 'Confirm the address',
      after: ['The link works once, for a day.'],
    }),
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
    invitation: ({ name, inviter, school, role, days }) => ({
      subject: `${inviter} invites you to Samplan`,
      greeting: `Hello, ${name}!`,
      before: [
        role === 'teacher'
          ? `${inviter} at ${school} invites you to write the school’s eTwinning plan together with the others.`
          : `${inviter} at ${school} invites you to read the school’s eTwinning plan.`,
      ],
      button: 'Join',
      after: [`The link is for you alone. It works once, for ${days} days.`],
    }),
    ignore: 'If this means nothing to you, you can safely ignore this e-mail.',
  },
  digest: {
    subject: (title, plans) =>
      title === null ? `News in ${plans} of your plans` : `News in “${title}”`,
    greeting: (name) => `Hello ${name},`,
    intro: (school) => `This is new for you in the plans of ${school}.`,
    told: {
      mention: (by) => `${by} mentioned you`,
      assigned: (by) => `${by} asked you to see to a comment`,
      reply: (by) => `${by} answered a comment that you take part in`,
      thread: (by) => `${by} wrote a comment`,
      suggestion: (by) => `${by} made a suggestion`,
      accepted: (by) => `${by} accepted your suggestion`,
      refused: (by) => `${by} declined your suggestion`,
      'taken-back': (by) => `${by} took back that your suggestion was accepted`,
      decision: (by) => `${by} wrote down a decision`,
    },
    more: (count) => (count === 1 ? 'And 1 more in the plan.' : `And ${count} more in the plan.`),
    changes: 'See what has changed since you were last here',
    untitledPlan: 'Plan without a title',
    allOfIt: 'See all that waits for you',
    whyDaily:
      'You get this letter on school days when there is something new. None on weekends and holidays.',
    whyWeekly: 'You get this letter once a week when there is something new. None on holidays.',
    change: 'Choose how often you want it, or turn it off',
  },
  former: {
    coordinator: 'former coordinator',
    teacher: 'former teacher',
    leadership: 'former leader',
    pupil: 'former pupil',
    guest: 'former guest',
  },
}
