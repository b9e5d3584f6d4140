/**
 * Keeps the authors of the page's texts painted while they are wanted: anew when the server says
 * more, and when something is drawn anew. Says who wrote where one points, or where the caret is.
 */
import { useEffect, useMemo, useState } from 'react'
import type { TextAuthors } from '../../shared/api/history.ts'
import { onceAFrame } from '../open-plan/once-a-frame.ts'
import { useHueOf } from '../open-plan/use-hue-of.ts'
import { type AuthorLook, lineOf, paintAuthors, unpaintAuthors } from './author-highlights.ts'
import { authorBehind, authoredRanges, knownAuthors } from './read-authored.ts'

export interface AuthorMarks {
  /** Of each person, in the order of the server's list. */
  readonly looks: readonly AuthorLook[]
  /** Index of who wrote where one points, or where the caret is; null: nobody known. */
  readonly here: number | null
}

/** @param authors null while it is not known. */
export function useAuthorMarks(main: HTMLElement | null, authors: TextAuthors | null): AuthorMarks {
  const hueOf = useHueOf()
  const [here, setHere] = useState<number | null>(null)
  const looks = useMemo(
    () =>
      (authors?.people ?? []).map(({ memberId }, index) => ({
        colour: hueOf(memberId),
        line: lineOf(index),
      })),
    [authors, hueOf],
  )

  useEffect(() => {
    if (!main || !authors) return undefined
    const known = knownAuthors(main, authors)
    const painting = onceAFrame(() =>
      paintAuthors(authoredRanges(main, known, (person) => looks[person] ?? null)),
    )
    const drawn = new MutationObserver(painting.run)
    drawn.observe(main, { childList: true, characterData: true, subtree: true })
    painting.run()
    const point = (event: PointerEvent) => {
      const place = placeAt(event.clientX, event.clientY)
      if (place) setHere(authorBehind(known, place.node, place.offset))
    }
    const follow = () => {
      const selection = getSelection()
      if (selection?.focusNode) {
        setHere(authorBehind(known, selection.focusNode, selection.focusOffset))
      }
    }
    main.addEventListener('pointermove', point)
    document.addEventListener('selectionchange', follow)
    return () => {
      drawn.disconnect()
      painting.cancel()
      main.removeEventListener('pointermove', point)
      document.removeEventListener('selectionchange', follow)
      unpaintAuthors()
    }
  }, [main, authors, looks])

  return { looks, here }
}

function placeAt(left: number, top: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(left, top)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  // Safari before 18.4, and no type knows it any more.
  const ask = Reflect.get(document, 'caretRangeFromPoint') as
    | ((left: number, top: number) => Range | null)
    | undefined
  const range = ask?.call(document, left, top)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
