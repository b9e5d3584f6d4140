/** Something that is done with a thread at the school: whether it is under way, and what went wrong. */
import { useState } from 'react'
import type { Thread } from '../../shared/api/threads.ts'
import type { RequestProblem } from '../api/request.ts'
import { useObserved } from '../open-plan/use-observable.ts'
import { useDiscussSetting } from './discuss-setting.ts'

export interface Deed {
  readonly isPending: boolean
  readonly problem: RequestProblem | null
  /** @param onDone called when the school did it. */
  readonly run: (deed: Promise<Thread>, onDone?: () => void) => void
}

export function useDeed(): Deed {
  const { threads } = useDiscussSetting()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<RequestProblem | null>(null)
  // Told for as long as it is so: then the school answers again.
  const isAnswered = useObserved(threads.problem, (why) => why === null)
  const [wasAnswered, setAnswered] = useState(isAnswered)
  if (wasAnswered !== isAnswered) {
    setAnswered(isAnswered)
    if (isAnswered && problem === 'no-connection') setProblem(null)
  }
  return {
    isPending,
    problem,
    run(deed, onDone) {
      setPending(true)
      setProblem(null)
      void threads.take(deed).then((wrong) => {
        setPending(false)
        setProblem(wrong)
        // Somebody was quicker, or the text moved on: how it is now.
        return wrong === null ? onDone?.() : threads.refresh()
      })
    },
  }
}
