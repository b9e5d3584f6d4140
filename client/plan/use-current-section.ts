/** Which section is being read: the topmost one whose head has passed the upper third. */
import { useEffect, useState } from 'react'

/** The band of the window in which a section counts as the one being read. */
const BAND = '-20% 0px -70% 0px'

/** @param ids of the sections' elements, in reading order. null above the first of them. */
export function useCurrentSection(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  const key = ids.join(' ')

  useEffect(() => {
    const inBand = new Set<string>()
    const order = key.split(' ')
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inBand.add(target.id)
          else inBand.delete(target.id)
        }
        // Between two sections the last one holds.
        const first = order.find((id) => inBand.has(id))
        if (first !== undefined) setCurrent(first)
      },
      { rootMargin: BAND },
    )
    for (const id of order) {
      const element = document.getElementById(id)
      if (element) observer.observe(element)
    }
    return () => observer.disconnect()
  }, [key])

  return current
}
