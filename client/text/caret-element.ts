/** How someone else's caret and selection look in a text. Decoration: read by no screen reader. */
import type { Person } from '../open-plan/people.ts'
import styles from './caret.module.css'

/** A line in the person's colour with a flag that carries their name; a dot when they are calm. */
export function caretElement({ name, colour, isCalm }: Person): HTMLElement {
  const caret = document.createElement('span')
  caret.className = styles['caret'] ?? ''
  caret.dataset['colour'] = String(colour)
  caret.dataset['calm'] = String(isCalm)
  caret.dataset['person'] = name
  caret.setAttribute('aria-hidden', 'true')
  const flag = document.createElement('span')
  flag.className = styles['flag'] ?? ''
  // Drawn, not written: keyboards read the text round the caret, and find in page reads all.
  flag.dataset['name'] = firstName(name)
  // Word joiners: the caret must not make a place where the line may break.
  caret.append('\u2060', flag, '\u2060')
  return caret
}

export function selectionAttributes({ colour }: Person): Record<string, string> {
  return { class: styles['selection'] ?? '', 'data-colour': String(colour) }
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}
