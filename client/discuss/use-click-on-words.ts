/** A click on highlighted words chooses their thread; the caret still goes where it was clicked. */
import { useEffect } from 'react'
import { isDraftId } from './marked-threads.ts'
import type { PageWatch } from './page-watch.ts'

export function useClickOnWords(
  main: HTMLElement | null,
  watch: PageWatch | null,
  onChoose: (threadId: string) => void,
): void {
  useEffect(() => {
    if (!main || !watch) return undefined
    const onClick = ({ target, clientX, clientY }: MouseEvent) => {
      const isInText = target instanceof Element && target.closest('[data-text-id]') !== null
      const threadId = isInText ? watch.threadAt(clientX, clientY) : null
      if (threadId !== null && !isDraftId(threadId)) onChoose(threadId)
    }
    main.addEventListener('click', onClick)
    return () => main.removeEventListener('click', onClick)
  }, [main, watch, onChoose])
}
