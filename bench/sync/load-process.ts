/** A process of clients, told what to do from here; its processor time is not the server's. */
import { fork } from 'node:child_process'
import type { LoadWork } from './load-work.ts'

export interface LoadProcess {
  /** @throws Error when it could not, or takes longer than `LATE_MS`. */
  tell<Name extends keyof LoadWork>(
    name: Name,
    argument: Parameters<LoadWork[Name]>[0],
  ): Promise<Awaited<ReturnType<LoadWork[Name]>>>
  end(): void
}

type Answer = { readonly id: number } & ({ readonly result: unknown } | { readonly error: string })

const LATE_MS = 180_000

export function startLoad(): LoadProcess {
  const child = fork(new URL('load-entry.ts', import.meta.url), { serialization: 'advanced' })
  const waiting = new Map<number, (answer: Answer) => void>()
  let lastId = 0
  const endWith = () => child.kill('SIGKILL')
  process.once('exit', endWith)
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer))
  child.on('exit', () => {
    for (const [id, settle] of waiting) settle({ id, error: 'the load process ended' })
  })

  return {
    tell: (name, argument) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        const late = setTimeout(
          () => settle({ id, error: `${name}: not done within ${LATE_MS} ms` }),
          LATE_MS,
        )
        const settle = (answer: Answer) => {
          clearTimeout(late)
          waiting.delete(id)
          if ('error' in answer) reject(new Error(answer.error))
          else resolve(answer.result as never)
        }
        waiting.set(id, settle)
        child.send({ id, name, argument })
      }),
    end() {
      process.off('exit', endWith)
      endWith()
    },
  }
}
