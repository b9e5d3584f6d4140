/** The script of a thread that dies when it is asked to; for worker-calls. */
import { parentPort } from 'node:worker_threads'
import { answerCalls } from '../../server/workers/worker-calls.ts'
import { Failure } from '../../shared/failure.ts'

const handlers = {
  double: (value: number) => value * 2,
  reversed: (bytes: Uint8Array) => bytes.toReversed(),
  die: (): void => {
    process.exit(3)
  },
  fail: (): void => {
    throw new Failure('plan-busy', 'later')
  },
  throw: (): void => {
    throw new Error('a bug')
  },
}

export type DyingHandlers = typeof handlers

answerCalls(parentPort, handlers)
