/** Where the focus goes before what has it goes away: to the note it is in, or to what stands nearest. */

/**
 * @param gone a part of what goes; null: it has gone already.
 * @param isNoteGone does the note it is in go too?
 */
export function focusBeside(gone: HTMLElement | null, isNoteGone = false): void {
  for (const near of nearest(gone, isNoteGone)) {
    near?.focus({ preventScroll: true })
    if (near && document.activeElement === near) return
  }
}

function nearest(
  gone: HTMLElement | null,
  isNoteGone: boolean,
): readonly (HTMLElement | null | undefined)[] {
  const own = gone?.closest<HTMLElement>('article') ?? null
  if (own?.dataset['threadId'] !== undefined && !isNoteGone) return [own]
  const list = gone?.closest<HTMLElement>('[data-discuss]') ?? null
  const notes = [...(list?.querySelectorAll<HTMLElement>('article[tabindex]') ?? [])]
  const at = own ? notes.indexOf(own) : -1
  const buttons = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])]
  return [
    notes[at + 1],
    notes[at - 1],
    buttons.find((button) => own?.contains(button) !== true),
    gone?.closest<HTMLElement>('[role="dialog"]'),
    document.getElementById('main'),
  ]
}
