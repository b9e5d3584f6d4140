/** samplan sessions list, samplan sessions end: where people are signed in, and that they are no more. */
import type { Database } from '../storage/database.ts'
import { createKyselyPeopleStore } from '../storage/kysely-people-store.ts'
import { type FoundMember, type FoundSchool, listPeople } from '../storage/look-round.ts'
import { type Command, MEMBER_OPTION, SCHOOL_OPTION } from './command.ts'
import { findMember, findSchool } from './find-people.ts'
import { beside } from './open-data.ts'

type Whose = Pick<FoundMember, 'userId' | 'name'>

export const sessionsList: Command = {
  name: 'sessions list',
  says: 'says where the people of a school are signed in',
  options: { member: MEMBER_OPTION, school: SCHOOL_OPTION },
  run({ config, nowMs }, given) {
    return beside(config, async ({ db }) => {
      const people: readonly Whose[] =
        given.text('member') === null
          ? await peopleOf(db, await findSchool(db, given))
          : [await findMember(db, given)]
      const store = createKyselyPeopleStore(db)
      const sessions = []
      for (const { userId, name } of people) {
        for (const one of await store.listSessions(userId, nowMs())) {
          const { createdAtMs, usedAtMs, expiresAtMs, device, isPublicComputer } = one
          sessions.push({ name, createdAtMs, usedAtMs, expiresAtMs, device, isPublicComputer })
        }
      }
      const lines = sessions.map(
        ({ name, usedAtMs, device }) =>
          `${name}: ${device.browser} on ${device.system}, used ${day(usedAtMs)}`,
      )
      return {
        lines: lines.length > 0 ? lines : ['Nobody is signed in.'],
        json: { sessions },
      }
    })
  },
}

export const sessionsEnd: Command = {
  name: 'sessions end',
  says: 'signs somebody out everywhere; felt in open plans within seconds',
  options: { member: MEMBER_OPTION, school: SCHOOL_OPTION },
  run({ config, nowMs }, given) {
    return beside(config, async ({ db }) => {
      const { userId, name } = await findMember(db, given)
      const store = createKyselyPeopleStore(db)
      const hashes = (await store.listSessions(userId, nowMs())).map(({ tokenHash }) => tokenHash)
      await store.revokeSessions(userId, hashes, nowMs())
      return {
        lines: [`${name} was signed in in ${hashes.length} places, and is in none any more.`],
        json: { ended: hashes.length },
      }
    })
  },
}

async function peopleOf(
  db: Database['db'],
  { schoolId }: FoundSchool,
): Promise<readonly FoundMember[]> {
  return (await listPeople(db)).filter(({ school }) => school.schoolId === schoolId)
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
