/** What jsdom lacks, for it lays nothing out and has no clipboard, and ProseMirror asks for. */
const nowhere = { left: 0, right: 0, top: 0, bottom: 0, x: 0, y: 0, width: 0, height: 0 }
const rect = { ...nowhere, toJSON: () => nowhere }

give(Range.prototype, 'getBoundingClientRect', () => rect)
give(Range.prototype, 'getClientRects', () => [])
give(document, 'elementFromPoint', () => null)
globalThis.ClipboardEvent ??= class extends Event {
  readonly clipboardData = null
} as unknown as typeof ClipboardEvent

function give(to: object, name: string, method: () => unknown): void {
  if (!(name in to)) Object.assign(to, { [name]: method })
}
