/** The browser's clipboard, which jsdom has not: for tests of real paste events. */
import { vi } from 'vitest'

class KeptTransfer {
  readonly #parts = new Map<string, string>()
  readonly files: unknown[] = []
  readonly items = { add: (file: unknown) => void this.files.push(file) }

  setData(type: string, words: string): void {
    this.#parts.set(type, words)
  }
  getData(type: string): string {
    return this.#parts.get(type) ?? ''
  }
}

class PasteEvent extends Event {
  readonly clipboardData: unknown

  constructor(
    type: string,
    { clipboardData = null, ...init }: EventInit & ClipboardEventInit = {},
  ) {
    super(type, init)
    this.clipboardData = clipboardData
  }
}

/** Until `vi.unstubAllGlobals()`. */
export function stubClipboard(): void {
  vi.stubGlobal('DataTransfer', KeptTransfer)
  vi.stubGlobal('ClipboardEvent', PasteEvent)
}

/** As a browser sends it at Mod-V. */
export function pasteEvent(words: string, html = ''): ClipboardEvent {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', words)
  clipboardData.setData('text/html', html)
  return new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
}
