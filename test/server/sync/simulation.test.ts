import { expect, it } from 'vitest'
import { runSeeds, seedsFrom } from '../../support/simulation/run-seeds.ts'

const COUNT = Number(process.env['SIMULATION_SEEDS']) || 400
const FIRST = Number(process.env['SIMULATION_FIRST']) || 1
/** What must have happened at least once, or the runs prove less than they say. */
const FAULTS = [
  'a device dies',
  'a frame is sent twice',
  'a line breaks',
  'a line breaks and the server is not told',
  'a line is held up',
  'a lot is pasted',
  'a message overtakes one of another line',
  'a reader is slow',
  'a reader is stuck',
  'a right is taken',
  'a session ends',
  'a tab tells another',
  'a window closes',
  'addCheckpoint fails',
  'another process writes',
  'append fails',
  'appendAt fails',
  'cold reopen',
  'crash after the append, before anyone is told',
  'crash before the append',
  'crash before the server has read',
  'crash during load',
  'crash during the append',
  'crash in the middle of the fan-out',
  'crash with nothing under way',
  'everyone leaves for a while',
  'everyone is sent out of the room',
  'load fails',
  'rejected: access-denied',
  'rejected: update-refused',
  'said something false of who is here',
  'said: a connection was refused (plan-busy)',
  'said: a connection was turned away (epoch-changed)',
  'said: a write was dropped (access-denied)',
  'said: checkpoint',
  'said: left out, unpromised (storage-unavailable)',
  'said: the room does not fit the log; it ends',
  'said: updates could not be stored; nobody was told that they are',
  'sent a flood',
  'sent an update with a gap',
  'something hostile came in, whole',
  'the doc thread dies',
  'the plan is restored: another epoch',
  'the server could not write',
  'the server has written',
  'the server is stopped, and has said goodbye to all',
  'told what it should read',
  'window ended: epoch-changed',
  'window ended: sign-in-required',
  "wrote under a colleague's id",
]
/** In fewer runs the rarest fault may not come. */
const ENOUGH = 400

it(
  `[I1] to [I10] hold in ${COUNT} runs from seed ${FIRST} on, and every fault is reached in them`,
  async () => {
    const { reached, failures } = await runSeeds(seedsFrom(FIRST, COUNT))
    if (process.env['SIMULATION_TABLE']) console.table(Object.fromEntries([...reached].sort()))

    expect(failures).toEqual([])
    expect(COUNT < ENOUGH ? [] : FAULTS.filter((fault) => !reached.has(fault))).toEqual([])
  },
  60_000 + COUNT * 1000,
)

it('a seed is the same run each time', async () => {
  const [once, again] = [await runSeeds([7, 8, 9]), await runSeeds([7, 8, 9])]

  expect([...again.reached]).toEqual([...once.reached])
})
