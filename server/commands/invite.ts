/** samplan invite: a link for one person to join a school, handed over by whoever runs the server. */
import { createId, type InvitationId } from '../../shared/ids.ts'
import { type InvitedRole, INVITED_ROLES } from '../../shared/access/policy.ts'
import { createToken, hashToken } from '../people/tokens.ts'
import { createKyselyPersonalInvitationStore } from '../storage/kysely-personal-invitation-store.ts'
import { type Command, CommandProblem, SCHOOL_OPTION } from './command.ts'
import { findSchool } from './find-people.ts'
import { beside } from './open-data.ts'
import { emailOf, lineOf } from './typed-options.ts'

const DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000
/** As many as the pages allow. */
const MAX_OPEN = 200

export const invite: Command = {
  name: 'invite',
  says: 'makes a link by which one person joins a school; it works once, for two weeks',
  options: {
    school: SCHOOL_OPTION,
    name: { value: 'NAME', says: 'of the person' },
    email: { value: 'ADDRESS', says: 'by which they will sign in; nothing is sent to it' },
    role: { value: 'ROLE', says: `${INVITED_ROLES.join(', ')}; teacher when it is not said` },
  },
  async run({ config, nowMs, random }, given) {
    const name = lineOf(given, 'name')
    const email = emailOf(given, 'email')
    const role = roleOf(given.text('role') ?? 'teacher')
    return beside(config, async ({ db }) => {
      const school = await findSchool(db, given)
      const token = createToken(random)
      const createdAtMs = nowMs()
      const expiresAtMs = createdAtMs + DAYS * DAY_MS
      const invitation = {
        invitationId: createId<InvitationId>(random),
        tokenHash: hashToken(token),
        schoolId: school.schoolId,
        email,
        name,
        role,
        madeBy: null,
        madeByMember: null,
        createdAtMs,
        expiresAtMs,
      }
      const outcome = await createKyselyPersonalInvitationStore(db).add(invitation, MAX_OPEN)
      if (outcome === 'too-many') {
        throw new CommandProblem(`${MAX_OPEN} invitations of ${school.name} are open.`)
      }
      if (outcome === 'already-member') {
        throw new CommandProblem(`${email} is the address of a member of ${school.name}.`)
      }
      const url = `${config.publicOrigin}/invitation#${token}`
      return {
        lines: [`${name} joins ${school.name} by this link, once, within two weeks:`, `  ${url}`],
        json: { invitationId: invitation.invitationId, url, expiresAtMs },
      }
    })
  },
}

function roleOf(text: string): InvitedRole {
  const role = INVITED_ROLES.find((one) => one === text)
  if (role) return role
  const sentence = `--role is one of ${INVITED_ROLES.join(', ')}, not ${text}.`
  throw new CommandProblem(sentence, { isUsage: true })
}
