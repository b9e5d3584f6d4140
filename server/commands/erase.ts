/** samplan erase: a role in place of somebody’s name, for good. */
import { formerName } from '../erasure/erase.ts'
import { createKyselyErasureStore } from '../storage/kysely-erasure-store.ts'
import { type Command, CommandProblem, MEMBER_OPTION, SCHOOL_OPTION } from './command.ts'
import { findMemberOrLeft } from './find-people.ts'
import { beside } from './open-data.ts'
import { lastCoordinator } from './suspend.ts'

export const erase: Command = {
  name: 'erase',
  says: 'erases a person for good, a removed one too: a role stands in place of their name, what they wrote stays',
  options: {
    member: MEMBER_OPTION,
    school: SCHOOL_OPTION,
    everywhere: { value: null, says: 'in all schools they are in, and not in this one alone' },
    yes: { value: null, says: 'really; without it nothing is done' },
  },
  run({ config, nowMs }, given) {
    return beside(config, async ({ db }) => {
      const { memberId, userId, name, school } = await findMemberOrLeft(db, given)
      if (!given.has('yes')) {
        throw new CommandProblem(
          `${name} at ${school.name} would be erased, which nobody can undo. Add --yes to do it.`,
          { isUsage: true },
        )
      }
      const store = createKyselyErasureStore(db)
      const { kind } = given.has('everywhere')
        ? await store.erasePerson(userId, nowMs(), formerName)
        : await store.eraseMember(memberId, { memberId: null, atMs: nowMs() }, formerName)
      if (kind === 'last-coordinator') throw new CommandProblem(lastCoordinator(name))
      if (kind !== 'erased') throw new CommandProblem(`${name} is no member any more.`)
      return {
        lines: [
          `${name} is erased. Backups that were made before still have the name, until they are thrown away.`,
        ],
        json: { memberId, erased: true },
      }
    })
  },
}
