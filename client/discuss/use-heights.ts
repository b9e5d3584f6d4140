/** How high each of several boxes is, in CSS pixels, measured when they are drawn and when they change. */
import { useCallback, useEffect, useRef, useState } from 'react'

type Heights = ReadonlyMap<string, number>

/** @returns the heights by id, and for an id what its box takes as `ref`. */
export function useHeights(): readonly [
  Heights,
  (id: string) => (element: HTMLElement | null) => void,
] {
  const [heights, setHeights] = useState<Heights>(new Map())
  const [boxes] = useState(() => createBoxes(setHeights))
  useEffect(() => {
    boxes.begin()
    return () => boxes.end()
  }, [boxes])
  const refs = useRef(new Map<string, (element: HTMLElement | null) => void>())
  const measure = useCallback(
    (id: string) => {
      const known = refs.current.get(id)
      if (known) return known
      const ref = (element: HTMLElement | null) => boxes.set(id, element)
      refs.current.set(id, ref)
      return ref
    },
    [boxes],
  )
  return [heights, measure]
}

function createBoxes(tell: (change: (before: Heights) => Heights) => void) {
  const elements = new Map<string, HTMLElement>()
  let observer: ResizeObserver | null = null

  const measure = () =>
    tell((before) => {
      const now = new Map([...elements].map(([id, element]) => [id, element.offsetHeight]))
      const isSame = now.size === before.size && [...now].every(([id, px]) => before.get(id) === px)
      return isSame ? before : now
    })
  return {
    begin() {
      observer = new ResizeObserver(measure)
      for (const element of elements.values()) observer.observe(element)
    },
    end() {
      observer?.disconnect()
      observer = null
    },
    set(id: string, element: HTMLElement | null) {
      const before = elements.get(id)
      if (before) observer?.unobserve(before)
      if (element) elements.set(id, element)
      else elements.delete(id)
      if (element) observer?.observe(element)
    },
  }
}
