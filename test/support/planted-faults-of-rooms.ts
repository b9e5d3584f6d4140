/** Faults on the way of an update: intake, commit, room, outbox, door. */
import type { PlantedFault } from './planted-fault.ts'

const SIMULATION = 'test/server/sync/simulation.test.ts'

const sync = (file: string) => `server/sync/${file}`

export const FAULTS_OF_ROOMS: readonly PlantedFault[] = [
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
    name: 'the right to read is asked at the door only',
    file: sync('room.ts'),
    anchor:
      '    if (refusal) return connection.refuse(refusal, `a ${frame.kind} without ${verb}`)\n',
    replacement: '    void refusal\n',
    tests: ['test/server/sync/changing-rights.test.ts'],
  },
  {
    name: 'an early update is never given up',
    file: sync('early-updates.ts'),
    anchor: 'if (triesLeft <= 1) this.#deps.giveUp(update)',
    replacement: 'if (triesLeft < 0) this.#deps.giveUp(update)',
    tests: ['test/server/sync/early-updates.test.ts'],
  },
  {
    name: 'what is known of a struct is stored once more',
    file: sync('intake.ts'),
    anchor: 'verdict.overlaps ? this.#withoutKnown(bytes, verdict.update) : bytes.slice()',
    replacement: 'bytes.slice()',
    tests: ['test/server/sync/overlapping-updates.test.ts'],
  },
  // The commit and the room.
  {
    name: 'a block is joined with its deletions cut off',
    file: sync('join-blocks.ts'),
    anchor: 'if (structs.size !== 1 || deleted.size !== 0) return false',
    replacement: 'if (structs.size !== 1) return false',
    tests: ['test/server/sync/join-blocks.test.ts'],
  },
  {
    name: 'a repetition is joined as if it were new',
    file: sync('join-blocks.ts'),
    anchor: 'let end = known.endOf(client)',
    replacement: 'let end = block[0]?.id.clock ?? known.endOf(client)',
    tests: ['test/server/sync/join-blocks.test.ts'],
  },
  {
    name: 'what nobody can read is sent to everyone',
    file: sync('room-content.ts'),
    anchor: '      if (held) held.isReadable = false\n',
    replacement: '      if (held) held.isReadable = true\n',
    tests: ['test/server/sync/damaged-log.test.ts'],
  },
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
    tests: ['test/server/sync/commit-before-show.test.ts'],
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
    tests: ['test/server/sync/caps.test.ts'],
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
    name: 'a pass of before a new epoch enters the room of after',
    file: sync('sync-server.ts'),
    anchor: "if (pass.epoch !== room.epoch) return 'epoch-changed'",
    replacement: '',
    tests: ['test/server/sync/epochs.test.ts'],
  },
  {
    name: 'another epoch is let in',
    file: sync('admission.ts'),
    anchor: 'Number(epoch ?? FIRST_EPOCH) !== pass.epoch',
    replacement: 'Number(epoch ?? FIRST_EPOCH) > pass.epoch',
    tests: [SIMULATION],
  },
  {
    name: 'the server stops without storing what it has read',
    file: sync('sync-server.ts'),
    anchor: '      await rooms.commit.drain()\n',
    replacement: '',
    tests: ['test/server/sync/commit-before-show.test.ts'],
  },
]
