import { describe } from 'vitest'
import { ENGINES } from '../../support/engines.ts'
import { describeHistoryStore } from '../../support/history-store-contract.ts'
import { describeInboxStore } from '../../support/inbox-store-contract.ts'
import { describeInvitationStore } from '../../support/invitation-store-contract.ts'
import { describePeopleStore } from '../../support/people-store-contract.ts'
import { describePlanStore } from '../../support/plan-store-contract.ts'
import { describePupilStore } from '../../support/pupil-store-contract.ts'
import { describeSearchStore } from '../../support/search-store-contract.ts'
import { describeSchoolStore } from '../../support/school-store-contract.ts'
import { describeThreadFates } from '../../support/thread-fates-contract.ts'
import { describeFullDiscussion } from '../../support/full-discussion-contract.ts'
import { describeThreadStore } from '../../support/thread-store-contract.ts'
import { useDatabase } from '../../support/use-database.ts'

describe.each(ENGINES)('the stores on %s', (engine) => {
  const db = useDatabase(engine)

  describe('people', () => describePeopleStore(db))
  describe('schools', () => describeSchoolStore(db))
  describe('invitations', () => describeInvitationStore(db))
  describe('inboxes', () => describeInboxStore(db))
  describe('plans', () => describePlanStore(db))
  describe('pupils', () => describePupilStore(db))
  describe('versions, changes and visits', () => describeHistoryStore(db))
  describe('searched texts', () => describeSearchStore(db))
  describe('threads', () => describeThreadStore(db))
  describe('a full discussion', () => describeFullDiscussion(db))
  describe('what becomes of threads', () => describeThreadFates(db))
})
