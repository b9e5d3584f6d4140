/**
 * The wheel on the cover of a printed plan: five parts, inner ring *today*, outer
 * ring *the next two years*, dots the actions. One picture with one label; the
 * list of contents says the same in words.
 */
import type { DocumentSection } from '../../shared/api/plan-document.ts'
import { fieldState } from '../../shared/plan/plan-progress.ts'
import {
  dotPlaces,
  NEXT_RING,
  numberPlace,
  type Ring,
  segmentPath,
  TODAY_RING,
} from '../../shared/plan/wheel-geometry.ts'
import { escapeHtml } from './html-escape.ts'
import { statusShape } from './html-marks.ts'

const GAP = 1.3
const NUMBER_DISC = 9

/**
 * @param sections those of the commitments, in the order of the mission.
 * @param label what the picture says, in a sentence.
 */
export function wheelSvg(sections: readonly DocumentSection[], label: string): string {
  return [
    `<svg class="wheel" viewBox="-106 -106 212 198" role="img" aria-label="${escapeHtml(label)}">`,
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" ' +
      'patternTransform="rotate(45)"><rect class="hatch-ground" width="5" height="5"/>' +
      '<path class="hatch-line" d="M0 0V5"/></pattern></defs>',
    ...sections.map(partSvg),
    '</svg>',
  ].join('')
}

function partSvg(section: DocumentSection, part: number): string {
  const { x, y } = numberPlace(part)
  return (
    segmentSvg(section, 0, part, TODAY_RING) +
    segmentSvg(section, 1, part, NEXT_RING) +
    dotsSvg(section, part) +
    `<circle class="disc" cx="${x}" cy="${y}" r="${NUMBER_DISC}"/>` +
    `<text class="wheel-number" x="${x}" y="${y}">${part + 1}</text>`
  )
}

function segmentSvg(section: DocumentSection, field: number, part: number, ring: Ring): string {
  const state = fieldState(section.fields[field]?.text ?? [])
  return `<path class="segment" data-state="${state}" d="${segmentPath(part, ring, GAP)}"/>`
}

function dotsSvg({ actions }: DocumentSection, part: number): string {
  return dotPlaces(part, actions.length)
    .map(({ x, y, scale }, index) => {
      const shape = statusShape(actions[index]?.status ?? 'planned')
      return `<g transform="translate(${x} ${y}) scale(${scale})">${shape}</g>`
    })
    .join('')
}
