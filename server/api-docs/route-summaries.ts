/**
 * One sentence for every route, as others who write programs read it. A route without
 * one is found by test/server/api-docs.test.ts.
 */

/** By 'GET /api/me', as the route is declared. */
export const ROUTE_SUMMARIES: Readonly<Record<string, string>> = {
  'GET /livez': 'The process answers.',
  'GET /readyz': 'The program can do its work: the database is writable, and no stop is under way.',
  'GET /*': 'The pages, and the files that they are made of.',
  'GET /sign-in/:token': 'Signs in by a link of the example school, and leads to its plan.',

  'GET /api/docs': 'This page.',
  'GET /api/docs/json': 'The same as OpenAPI 3.',

  'GET /api/me': 'Who I am, in which schools, with which roles; also for who is not signed in.',
  'PUT /api/me/language': 'The language in which I want the pages.',
  'PUT /api/me/name': 'What I am called, in all my schools.',
  'GET /api/me/ways': 'How I can sign in.',
  'PUT /api/me/email': 'Another e-mail address to sign in with; a link is sent to it.',
  'POST /api/me/email/confirm': 'Makes an address mine, by the link that was sent to it.',
  'PUT /api/me/password': 'Another password. Everywhere else I am signed out.',
  'POST /api/me/provider': 'The address at which I connect my account with the sign-in provider.',
  'GET /api/me/data': 'All that is kept about me, as one file.',
  'POST /api/me/erase': 'Erases me for good: a role stands in place of my name.',
  'GET /api/me/sessions': 'Where I am signed in.',
  'POST /api/me/sessions/:sessionId/revoke': 'Signs me out in one place.',
  'POST /api/me/sessions/revoke-others': 'Signs me out everywhere but here.',
  'POST /api/sign-out': 'Signs me out here.',

  'GET /api/sign-in/ways': 'By which doors one can come in here.',
  'POST /api/sign-in/password': 'Signs in by e-mail address and password.',
  'POST /api/sign-in/mail':
    'Sends a link to sign in by, if the address is known; says nothing of it.',
  'POST /api/sign-in/link': 'Signs in by a link that works once.',
  'POST /api/sign-in/provider': 'The address at which one signs in at the school’s provider.',
  'GET /sign-in/oidc/callback': 'Where the provider sends the browser back to.',
  'POST /api/set-up':
    'Makes the first school and its coordinator, by the link that the start printed.',
  'POST /api/demo': 'A fresh example school for a day, with a link for each of its people.',

  'GET /api/schools/:schoolId/plans': 'The plans of a school.',
  'POST /api/schools/:schoolId/plans': 'Makes a plan.',
  'GET /api/schools/:schoolId/deleted-plans': 'Deleted plans that can still be restored.',
  'GET /api/schools/:schoolId/settings': 'What a school has set for itself.',
  'PUT /api/schools/:schoolId/settings': 'Sets all of it at once.',
  'GET /api/schools/:schoolId/members': 'The members of a school.',
  'GET /api/schools/:schoolId/search': 'Plans of a school in which words stand.',
  'GET /api/schools/:schoolId/audit': 'What was done with people, rights and plans, newest first.',
  'GET /api/schools/:schoolId/personal-invitations': 'Invitations to one person that are open.',
  'POST /api/schools/:schoolId/personal-invitations': 'Invites one person by their e-mail address.',
  'POST /api/personal-invitations/look': 'What an invitation to one person is about.',
  'POST /api/personal-invitations/accept': 'Joins by it.',
  'POST /api/personal-invitations/:invitationId/revoke': 'Takes it back.',

  'PUT /api/members/:memberId/role': 'Gives a member another role.',
  'PUT /api/members/:memberId/name': 'What a school calls a member.',
  'POST /api/members/:memberId/suspend': 'Takes a member’s way in, and keeps the membership.',
  'POST /api/members/:memberId/restore': 'Lets a suspended member in again.',
  'POST /api/members/:memberId/remove': 'Takes a membership away; what was written stays.',
  'POST /api/members/:memberId/erase': 'Erases a member: a role stands in place of the name.',
  'POST /api/members/:memberId/sign-in-link': 'A link for a member who is locked out.',

  'GET /api/plans/:planId': 'The plan as typed JSON, as exports read it.',
  'GET /api/plans/:planId/entry': 'What a page must know to open the plan.',
  'POST /api/plans/:planId/ticket': 'A ticket for the plan’s socket, good once, for a minute.',
  'GET /api/plans/:planId/export/:format': 'The plan as a file.',
  'PUT /api/plans/:planId/state': 'Closes, archives, deletes or opens a plan again.',
  'GET /api/plans/:planId/posts': 'Who is what for the plan.',
  'PUT /api/plans/:planId/posts': 'Gives out the posts.',
  'GET /api/plans/:planId/rights': 'Who may do more or less than usual with the plan.',
  'PUT /api/plans/:planId/rights/:memberId': 'Gives a member more or less than usual.',
  'GET /api/plans/:planId/invitations': 'Links to join by that are open.',
  'POST /api/plans/:planId/invitations': 'Makes a link to join by. It is shown once.',
  'POST /api/invitations/look': 'What a link to join by leads to.',
  'POST /api/invitations/join': 'Joins by it, as oneself or under a name.',
  'POST /api/invitations/:invitationId/revoke': 'Takes a link to join by back.',
}
