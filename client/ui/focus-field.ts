/**
 * What the server refused may be right by now, or beside something else that was changed: only it
 * can say so. So the field stays marked, and the browser does not hold it back.
 */
export function letPass(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.setCustomValidity('')
}

/** To the field that has to be looked at again: its label and what is wrong with it are read out. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}
