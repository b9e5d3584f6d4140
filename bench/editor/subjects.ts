/** What is measured: a page with one long text, and where its first words stand. */

export interface Subject {
  readonly name: string
  /** Which element holds the first words that a reader can read. */
  readonly textSelector: string
  /** Where its built files are. */
  readonly folder: string
  /** Where the page with so many actions is. */
  readonly urlOf: (actionCount: number) => string
}

/** How fast the processor is, and the window that such a machine has. */
export interface Device {
  readonly slowdown: 1 | 4
  readonly viewport: { readonly width: number; readonly height: number }
}

export const LAPTOP: Device = { slowdown: 1, viewport: { width: 1440, height: 900 } }
export const SLOW_PHONE: Device = { slowdown: 4, viewport: { width: 360, height: 740 } }
