/** samplan suspend: takes somebody’s way in, or gives it back. Felt in open plans within seconds. */
import { createKyselyMemberStore } from '../storage/kysely-member-store.ts'
import { type Command, CommandProblem, MEMBER_OPTION, SCHOOL_OPTION } from './command.ts'
import { findMember } from './find-people.ts'
import { beside } from './open-data.ts'

export const suspend: Command = {
  name: 'suspend',
  says: 'suspends a member of a school; what they wrote stays',
  options: {
    member: MEMBER_OPTION,
    school: SCHOOL_OPTION,
    undo: { value: null, says: 'lets them in again' },
  },
  run({ config, nowMs }, given) {
    return beside(config, async ({ db }) => {
      const { memberId, name, school } = await findMember(db, given)
      const isSuspended = !given.has('undo')
      const by = { memberId: null, atMs: nowMs() }
      const outcome = await createKyselyMemberStore(db).setSuspended(memberId, isSuspended, by)
      if (outcome === 'last-coordinator') throw new CommandProblem(lastCoordinator(name))
      if (outcome !== 'done') throw new CommandProblem(`${name} is no member any more.`)
      const said = isSuspended ? 'is suspended at' : 'is let in again at'
      return { lines: [`${name} ${said} ${school.name}.`], json: { memberId, isSuspended } }
    })
  },
}

/** Why the only one stays. */
export function lastCoordinator(name: string): string {
  return `${name} is the only coordinator there. Make somebody else one first.`
}
