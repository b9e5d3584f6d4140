/**
 * The small shapes of a printed plan, as inline SVG on a 16 by 16 grid: status,
 * lateness, ticks. Always beside a word, so hidden from screen readers. Drawn,
 * not typed: text fonts lack them.
 */
import type { Status } from '../../shared/plan/status.ts'

const SHAPES: Readonly<Record<Status, string>> = {
  planned: '<circle class="line" cx="8" cy="8" r="6"/>',
  started: '<circle class="ring" cx="8" cy="8" r="6"/><path class="solid" d="M8 2a6 6 0 010 12z"/>',
  done:
    '<circle class="solid" cx="8" cy="8" r="6.8"/>' +
    '<path class="tick" d="M4.8 8.3l2.3 2.3 4.2-4.8"/>',
  stopped: '<rect class="line" x="2" y="2" width="12" height="12"/><path class="line" d="M5 8h6"/>',
}

/** The shape alone, for inside another drawing. */
export function statusShape(status: Status): string {
  return SHAPES[status]
}

export function statusMark(status: Status): string {
  return mark(SHAPES[status])
}

export function lateMark(): string {
  return mark('<path class="alert" d="M8 1.5L15 14H1z"/><path class="bar" d="M8 6v4M8 11.6v.9"/>')
}

/** The box of a checklist. */
export function tickMark(isTicked: boolean): string {
  return mark(
    isTicked
      ? '<rect class="solid" x="1.5" y="1.5" width="13" height="13"/>' +
          '<path class="tick" d="M4.5 8.2l2.5 2.5 4.5-5.2"/>'
      : '<rect class="line" x="2" y="2" width="12" height="12"/>',
  )
}

function mark(shapes: string): string {
  return `<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">${shapes}</svg>`
}
