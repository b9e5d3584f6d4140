/**
 * Copies words, with their form where there is one. `navigator.clipboard` is there only
 * over https and may be refused; a school's server on its own net may be without, so
 * then the browser's older way is taken. Where that does not go either, who calls
 * selects the words, so that the person can copy them.
 */

interface ClipboardWords {
  readonly text: string
  readonly html?: string
}

/** Rejects when the browser does not let it. */
export async function toClipboard(words: ClipboardWords): Promise<void> {
  try {
    await write(words)
  } catch {
    writeTheOlderWay(words)
  }
}

/** Marks everything in an element, as a person does before copying. */
export function selectWords(element: HTMLElement | null): void {
  element?.focus()
  if (element instanceof HTMLInputElement) element.select()
  else if (element) getSelection()?.selectAllChildren(element)
}

async function write({ text, html }: ClipboardWords): Promise<void> {
  if (html === undefined) return navigator.clipboard.writeText(text)
  const item = {
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  }
  await navigator.clipboard.write([new ClipboardItem(item)])
}

function writeTheOlderWay({ text, html }: ClipboardWords): void {
  let isGiven = false
  const give = (event: ClipboardEvent) => {
    if (html !== undefined) event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
    isGiven = true
  }
  document.addEventListener('copy', give, { capture: true, once: true })
  // oxlint-disable-next-line typescript/no-deprecated -- the only way without https
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', give, { capture: true })
  if (!isCopied || !isGiven) throw new DOMException('not copied', 'NotAllowedError')
}
