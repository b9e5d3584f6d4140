/**
 * What runs inside the measured page: notes when the first words were painted, when
 * a caret stood in a text, and how long each key took until its paint.
 *
 * A paint is taken to have happened in the task after the next animation frame.
 */

export interface Probe {
  /** All in milliseconds; the first two since the navigation, 0 while it has not happened. */
  readableMs: number
  editableMs: number
  readonly keyToPaintMs: number[]
  /** Of that, what the page worked; the rest is the wait for the screen's next frame. */
  readonly keyWorkMs: number[]
  /** Addresses of the scripts that had come when the first words were painted. */
  scripts: string[]
}

/** Called once with the first words' place in the window; the bench clicks there. */
export const READABLE_BINDING = 'benchReadable'

/** Serialised into the page: it may use nothing from outside itself. */
export function installProbe({ textSelector, binding }: { textSelector: string; binding: string }) {
  const probe: Probe = {
    readableMs: 0,
    editableMs: 0,
    keyToPaintMs: [],
    keyWorkMs: [],
    scripts: [],
  }
  const page = window as unknown as Record<string, unknown>
  page['benchProbe'] = probe

  // oxlint-disable-next-line unicorn/consistent-function-scoping -- nothing from outside, see above
  const inNextTask = (then: () => void) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      then()
    })
    port1.start()
    port2.postMessage(null)
  }
  const afterPaint = (then: (frameMs: number) => void) =>
    requestAnimationFrame(() => {
      const frameMs = performance.now()
      inNextTask(() => then(frameMs))
    })

  const observer = new MutationObserver(() => {
    const text = document.querySelector(textSelector)
    if (!text?.textContent) return
    observer.disconnect()
    afterPaint(() => {
      probe.readableMs = performance.now()
      probe.scripts = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js'))
      text.scrollIntoView({ block: 'center', behavior: 'instant' })
      const range = document.createRange()
      range.selectNodeContents(text)
      const { left = 0, top = 0, height = 0 } = range.getClientRects()[0] ?? {}
      const tell = page[binding] as (place: string) => void
      tell(JSON.stringify({ x: left + 40, y: top + height / 2 }))
    })
  })
  observer.observe(document, { childList: true, subtree: true })

  addEventListener('focusin', ({ target }) => {
    if (probe.editableMs > 0 || !(target as HTMLElement).isContentEditable) return
    afterPaint(() => (probe.editableMs ||= performance.now()))
  })

  addEventListener(
    'keydown',
    (event) => {
      if (event.key.length !== 1) return
      let handledMs = 0
      // The editor reads the change in a microtask, and may draw in another one after it.
      const noteHandled = () =>
        queueMicrotask(() => queueMicrotask(() => (handledMs = performance.now())))
      addEventListener('input', noteHandled, { capture: true, once: true })
      afterPaint((frameMs) => {
        const paintedMs = performance.now()
        const workedMs = (handledMs || frameMs) - event.timeStamp
        probe.keyToPaintMs.push(paintedMs - event.timeStamp)
        probe.keyWorkMs.push(workedMs + paintedMs - frameMs)
      })
    },
    { capture: true },
  )
}
