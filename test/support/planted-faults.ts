/**
 * Faults in our own code, each an exact replacement of one place in one file, and the tests
 * that must find it. `npm run planted-faults` plants them one by one; see test/planted-faults.ts.
 *
 * They are the mistakes that one could really make in server/sync: a check left out, one too
 * few, the wrong one of two, told too early, not told at all.
 */

export interface PlantedFault {
  readonly name: string
  /** From the root. */
  readonly file: string
  /** Stands exactly once in the file. */
  readonly anchor: string
  readonly replacement: string
  /** Any of these test files must fail. */
  readonly tests: readonly string[]
}

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

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  // On the way of an update.
  {
    name: 'saved is said before it is stored',
    file: sync('intake.ts'),
    anchor: 'from.awaitLog(index, bytes.byteLength)\n    const clientIds',
    replacement: 'const clientIds',
    tests: [SIMULATION],
  },
  {
    name: 'a repetition is saved before what it repeats',
    file: sync('intake.ts'),
    anchor: '    if (this.isWriting) {\n      from.awaitLog(index, 0)',
    replacement: '    if (this.#underWay < 0) {\n      from.awaitLog(index, 0)',
    tests: [SIMULATION],
  },
  {
    name: 'saved counts one too many',
    file: sync('receipts.ts'),
    anchor: '    this.#lastSaved = lowest - 1\n',
    replacement: '    this.#lastSaved = lowest\n',
    tests: [SIMULATION],
  },
  {
    name: 'what is stored stays unsaved',
    file: sync('receipts.ts'),
    anchor: '    this.#open.delete(index)\n',
    replacement: '',
    tests: [SIMULATION],
  },
  {
    name: 'a writer without the right is taken',
    file: sync('intake.ts'),
    anchor: '    if (!from.pass.mayWrite()) return this.#rejectWrite(from, index)\n    const [code',
    replacement: '    const [code',
    tests: [SIMULATION],
  },
  {
    name: 'an early update is never given up',
    file: sync('early-updates.ts'),
    anchor: 'if (triesLeft <= 1) this.#deps.giveUp(update)',
    replacement: 'if (triesLeft < 0) this.#deps.giveUp(update)',
    tests: ['test/server/sync/early-updates.test.ts'],
  },
  {
    name: 'an early update of somebody who has left is stored all the same',
    file: sync('early-updates.ts'),
    anchor: '({ update }) => !update.from.isEnded && !this.#deps.retry(update)',
    replacement: '({ update }) => !this.#deps.retry(update)',
    tests: ['test/server/sync/early-updates.test.ts', SIMULATION],
  },
  // The commit and the room.
  {
    name: 'what waited behind a failed commit goes on',
    file: sync('rooms.ts'),
    anchor: 'const { length } = this.commit.withdraw(planId)',
    replacement: 'const { length } = [planId].slice(1)',
    tests: [SIMULATION],
  },
  {
    name: 'a room is loaded before the last one has reached the log',
    file: sync('rooms.ts'),
    anchor: '    await this.commit.settled(planId)\n',
    replacement: '',
    tests: [SIMULATION],
  },
  {
    name: 'a failed commit is told as stored',
    file: sync('group-commit.ts'),
    anchor: 'for (const [planId, entries] of taken) this.#deps.onFailed(planId, entries, failure)',
    replacement:
      'for (const [planId, entries] of taken) this.#deps.onStored(planId, entries, failure ? null : 1)',
    tests: [SIMULATION],
  },
  {
    name: 'people write while the server does',
    file: sync('group-commit.ts'),
    anchor: 'const taken = [...this.#waiting].filter(([planId]) => !this.#holds.has(planId))',
    replacement: 'const taken = [...this.#waiting]',
    tests: ['test/server/sync/group-commit.test.ts', 'test/server/sync/server-writer.test.ts'],
  },
  {
    name: 'who wrote in a frame is not shown the rest of it',
    file: sync('room.ts'),
    anchor: 'const loneSender = senders.size === 1 ? merged.parts[0]?.from : null',
    replacement: 'const loneSender = senders.size > 0 ? merged.parts[0]?.from : null',
    tests: [SIMULATION],
  },
  {
    name: 'a new plan is not seen by those who come later',
    file: sync('room-content.ts'),
    anchor: '      this.#updateBytes += bytes.byteLength\n    }\n    this.#frames = null\n',
    replacement: '      this.#updateBytes += bytes.byteLength\n    }\n',
    tests: [SIMULATION],
  },
  {
    name: 'another process is not noticed',
    file: sync('room-content.ts'),
    anchor: 'if (first !== this.#seq + 1) throw',
    replacement: 'if (first < 0) throw',
    tests: [SIMULATION],
  },
  {
    name: 'a checkpoint takes the place of what came while it was made',
    file: sync('write-checkpoint.ts'),
    anchor: 'content.useCheckpoint({ seq, bytes })',
    replacement: 'content.useCheckpoint({ seq: content.seq, bytes })',
    tests: [SIMULATION],
  },
  {
    name: 'what the server writes is not shown',
    file: sync('room.ts'),
    anchor: '    this.#show(first, [{ from: null, bytes: update.bytes }])\n',
    replacement: '    this.content.append(first, [update.bytes])\n',
    tests: [SIMULATION],
  },
  {
    name: 'the server writes at a head that has moved',
    file: sync('server-writer.ts'),
    anchor: "if (first === 'head-moved') return null",
    replacement: "if (first === 'head-moved') return content.seq",
    tests: ['test/server/sync/server-writer.test.ts'],
  },
  // Outbox, inbox, door.
  {
    name: 'what comes while the plan is put together is lost',
    file: sync('outbox.ts'),
    anchor: '[...plan, ...(this.#heldBack ?? []), ...closing]',
    replacement: '[...plan, ...closing]',
    tests: [SIMULATION],
  },
  {
    name: 'what is new comes before the plan',
    file: sync('outbox.ts'),
    anchor: 'else if (this.#hasPlan) this.send(frame)',
    replacement: 'else this.send(frame)',
    tests: [SIMULATION],
  },
  {
    name: 'a reader that takes nothing is kept for ever',
    file: sync('connection.ts'),
    anchor: 'if (this.#outbox.unsentBytes <= STUCK_READER_BYTES) return true',
    replacement: 'if (this.#outbox.unsentBytes >= 0) return true',
    tests: [SIMULATION],
  },
  {
    name: 'reading does not wait for the log',
    file: sync('connection.ts'),
    anchor: 'return this.#receipts.openBytes >= MAX_UNCOMMITTED_BYTES',
    replacement: 'return this.#receipts.openBytes >= Infinity',
    tests: ['test/server/sync/commit-before-show.test.ts'],
  },
  {
    name: 'the end of a session ends nothing',
    file: sync('sync-server.ts'),
    anchor: 'for (const connection of own) connection.close(code)',
    replacement: 'for (const connection of own) connection.keepAlive()',
    tests: [SIMULATION],
  },
  {
    name: 'another epoch is let in',
    file: sync('admission.ts'),
    anchor: 'Number(epoch) !== pass.epoch',
    replacement: 'Number(epoch) > pass.epoch',
    tests: [SIMULATION],
  },
  {
    name: 'the server stops without storing what it has read',
    file: sync('sync-server.ts'),
    anchor: '      await rooms.commit.drain()\n',
    replacement: '',
    tests: ['test/server/sync/commit-before-show.test.ts'],
  },
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
    anchor: 'this.#push({ from, index, update, owners })',
    replacement: 'this.#push({ from, index, update, owners: owners && null })',
    tests: [SIMULATION],
  },
  {
    name: 'an announcement is kept by nobody',
    file: sync('intake.ts'),
    anchor: 'if (owners) this.#push({ from, index: null, update: null, owners })',
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
    name: 'filling a gap counts as writing',
    file: sync('guard.ts'),
    anchor: '> known.endOf(client) ?',
    replacement: '> known.reachOf(client) ?',
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

/** The source with the fault in it; null when its place is not there exactly once. */
export function plant(source: string, { anchor, replacement }: PlantedFault): string | null {
  const [before, after, ...more] = source.split(anchor)
  if (before === undefined || after === undefined || more.length > 0) return null
  return before + replacement + after
}
