/** Faults of presence, owners, the guard, the log and the client. */
import type { PlantedFault } from './planted-fault.ts'

const SIMULATION = 'test/server/sync/simulation.test.ts'
const HOSTILE = [
  'test/server/sync/guard.test.ts',
  'test/server/sync/hostile-seeds.test.ts',
  'test/server/sync/guard-hostile.test.ts',
]
const OWNERS = [
  'test/server/sync/ownership.test.ts',
  'test/server/sync/id-owners.test.ts',
  'test/server/sync/presence-owners.test.ts',
]
const SQLITE = ['test/server/storage/sqlite-update-log.test.ts']

const sync = (file: string) => `server/sync/${file}`

export const FAULTS_OF_THE_GUARD: readonly PlantedFault[] = [
  // Presence.
  {
    name: 'who has left is still shown',
    file: sync('room.ts'),
    anchor: '    this.presence.leave(connection)\n',
    replacement: '',
    tests: [SIMULATION],
  },
  {
    name: 'people are who they say they are',
    file: sync('presence.ts'),
    anchor: 'JSON.stringify({ ...said, user })',
    replacement: 'JSON.stringify({ user, ...said })',
    tests: [SIMULATION],
  },
  {
    name: 'a slow reader is never told who came meanwhile',
    file: sync('presence-news.ts'),
    anchor: '      if (!isTold) this.#leaveOut(listener)\n',
    replacement: '      if (!isTold) this.forget(listener)\n',
    tests: [SIMULATION],
  },
  {
    name: 'first frame with a foreign id goes on',
    file: sync('presence.ts'),
    anchor:
      "if (isFirst && entries.some((entry) => this.#isTaken(from, entry))) return 'update-refused'",
    replacement: '',
    tests: OWNERS,
  },
  {
    name: 'a reader squats on an id for ever',
    file: sync('presence.ts'),
    anchor: 'return from.pass.mayWrite() && !earlier.pass.mayWrite()',
    replacement: 'return false',
    tests: OWNERS,
  },
  {
    name: 'an echo is taken for a claim',
    file: sync('presence.ts'),
    anchor: 'return (said?.user?.userId ?? pass.userId) === pass.userId',
    replacement: 'return said !== undefined',
    tests: OWNERS,
  },
  {
    name: 'somebody is shown under an id that another has written under',
    file: sync('presence.ts'),
    anchor: 'state: isTheirs ? known.state : null',
    replacement: 'state: known.state',
    tests: ['test/server/sync/presence.test.ts'],
  },
  {
    name: 'who takes over an id is told under an older clock',
    file: sync('presence.ts'),
    anchor: 'return before ? Math.max(clock, before.clock + 1) : clock',
    replacement: 'return clock',
    tests: OWNERS,
  },
  // Owners.
  {
    name: 'anybody writes under any id',
    file: sync('guard.ts'),
    anchor: 'if (!writers.every(mayUse))',
    replacement: 'if (writers.length < 0)',
    tests: [SIMULATION],
  },
  {
    name: 'owners are not stored with their updates',
    file: sync('intake.ts'),
    anchor: 'this.#push({ from, index, update, owners, ...kind })',
    replacement: 'this.#push({ from, index, update, owners: owners && null, ...kind })',
    tests: [SIMULATION],
  },
  {
    name: 'an announcement is kept by nobody',
    file: sync('intake.ts'),
    anchor:
      'if (owners) this.#push({ from, index: null, update: null, owners, isOnlyLetters: true })',
    replacement: '',
    tests: OWNERS,
  },
  {
    name: 'readers own what they announce',
    file: sync('intake.ts'),
    anchor: '    if (!from.pass.mayWrite()) return\n',
    replacement: '',
    tests: OWNERS,
  },
  {
    name: 'an id that was written under is let go',
    file: sync('id-owners.ts'),
    anchor: 'for (const clientId of clientIds) unused.delete(clientId)',
    replacement: 'unused.has(clientIds.length)',
    tests: OWNERS,
  },
  // The guard.
  {
    name: 'elements may stand as deep as they like',
    file: sync('nesting.ts'),
    anchor: 'depthOfOne(type) < MAX_NESTING)',
    replacement: 'depthOfOne(type) < MAX_NESTING * 2)',
    tests: HOSTILE,
  },
  {
    name: 'filling a gap counts as writing',
    file: sync('guard.ts'),
    anchor: 'last.length > known.endOf(client)) writers',
    replacement: 'last.length > known.reachOf(client)) writers',
    tests: ['test/server/sync/damaged-log.test.ts'],
  },
  {
    name: 'a gap in the clock is let in',
    file: sync('guard.ts'),
    anchor: "if (struct.id.clock > this.reachOf(goal.client)) return 'a gap in the clock'",
    replacement: '',
    tests: [SIMULATION],
  },
  {
    name: 'a deletion may reach into the unknown',
    file: sync('guard.ts'),
    anchor: "if (ranges.some(isUnknown)) return 'deletes what is unknown'",
    replacement: 'ranges.some(isUnknown)',
    tests: HOSTILE,
  },
  {
    name: 'the right neighbour may be unknown',
    file: sync('guard.ts'),
    anchor: '    for (const id of [struct.origin, struct.rightOrigin, parent]) {\n',
    replacement: '    for (const id of [struct.origin, parent]) {\n',
    tests: HOSTILE,
  },
  {
    name: 'a parent may be unknown',
    file: sync('guard.ts'),
    anchor: '    for (const id of [struct.origin, struct.rightOrigin, parent]) {\n',
    replacement: '    for (const id of [struct.origin, struct.rightOrigin]) {\n',
    tests: HOSTILE,
  },
  {
    name: 'clients may come in any order',
    file: sync('decode-update.ts'),
    anchor: '(last.id.client < client || last instanceof Y.Skip)',
    replacement: 'last instanceof Y.Skip',
    tests: HOSTILE,
  },
  {
    name: 'new things come in behind a Skip',
    file: sync('guard.ts'),
    anchor: '?? skipRefusal(update, known)',
    replacement: '',
    tests: HOSTILE,
  },
  {
    name: 'values may be of any depth',
    file: sync('allowed-content.ts'),
    anchor: "if (depth > MAX_VALUE_DEPTH) return 'a value too deep'",
    replacement: '',
    tests: HOSTILE,
  },
  // The log.
  {
    name: 'a later claim on an id wins',
    file: 'server/storage/sqlite-log-worker.ts',
    anchor: "values (?, ?, ?) on conflict do nothing'",
    replacement: "values (?, ?, ?) on conflict do update set user_id = excluded.user_id'",
    tests: SQLITE,
  },
  {
    name: 'the commit does not wait for the disk',
    file: 'server/storage/sqlite-log-worker.ts',
    anchor: "database.exec('pragma synchronous = full')",
    replacement: "database.exec('pragma synchronous = off')",
    tests: SQLITE,
  },
  {
    name: 'the server tidies marks away',
    file: sync('replay.ts'),
    // Either alone keeps them: the watch, or that it all is one transaction of its own.
    anchor: '  keepMarks(doc)\n  const unreadable: number[] = []\n  doc.transact(() => {\n',
    replacement: '  const unreadable: number[] = []\n  ;[doc].forEach(() => {\n',
    tests: ['test/server/sync/kept-marks.test.ts'],
  },
  // The client's side of the socket.
  {
    name: 'typing on a slow line is sent before its ground',
    file: 'client/open-plan/counting-socket.ts',
    anchor: 'if (type === SYNC_UPDATE && !this.#hasSentStep2) return',
    replacement: '',
    tests: [SIMULATION],
  },
  {
    name: 'colleagues stay away after a break',
    file: 'client/open-plan/school-connection.ts',
    anchor: '      forgetOthers(awareness)\n',
    replacement: '',
    tests: [SIMULATION],
  },
  {
    name: 'saved before the connection carries everything',
    file: 'client/open-plan/save-truth.ts',
    anchor: 'facts.carried && facts.savedFrames >= facts.sentFrames',
    replacement: 'facts.savedFrames >= facts.sentFrames',
    tests: [SIMULATION],
  },
]
