/** Keeps a file that the page has already, as a download does: where the browser keeps them. */

/** Long enough for a slow phone to begin; the address dies with the page anyway. */
const ADDRESS_LIVES_MS = 60_000

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  // In the page while it is pressed: outside of it a browser may forget the name.
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_LIVES_MS)
}
