/**
 * The drawings of a printed plan as files of their own: the wheel and the small
 * marks, the same shapes as in the HTML export, with the colours of paper.
 */
import type { DocumentSection } from '../../shared/api/plan-document.ts'
import { STATUSES } from '../../shared/plan/status.ts'
import type { ExportWords } from './export-words.ts'
import { lateMark, statusMark, tickMark } from './html-marks.ts'
import { wheelSvg } from './html-wheel.ts'

const STYLE = `<style>
.segment{fill:none;stroke:#0e5a46;stroke-width:1}
.segment[data-state=empty]{stroke:#7b8780}
.segment[data-state=begun]{fill:url(#hatch)}
.segment[data-state=written]{fill:#0e5a46}
.hatch-ground{fill:#dbeae2}
.hatch-line{fill:none;stroke:#0e5a46;stroke-width:2}
.disc{fill:none;stroke:#d3d8ce}
.wheel-number{font-family:"Sofia Sans";font-weight:600;font-size:11px;fill:#15201b;text-anchor:middle;dominant-baseline:central}
.line,.ring{fill:none;stroke:#46534c;stroke-width:1.6}
.ring{stroke:#0e5a46}
.solid{fill:#0e5a46}
.tick{fill:none;stroke:#fff;stroke-width:1.7}
.alert{fill:#96281d}
.bar{fill:none;stroke:#fff;stroke-width:1.6}
</style>`

/** SVG files by name. */
export function pdfDrawings(sections: readonly DocumentSection[], words: ExportWords) {
  const parts = sections.filter(({ commitment }) => commitment !== null)
  return {
    wheel: drawing(wheelSvg(parts, words.wheel)),
    late: drawing(lateMark()),
    ticked: drawing(tickMark(true)),
    notTicked: drawing(tickMark(false)),
    ...Object.fromEntries(STATUSES.map((status) => [status, drawing(statusMark(status))])),
  }
}

/** An SVG of a page as a file that stands alone. */
function drawing(svg: string): string {
  return svg.replace(/^<svg ([^>]*)>/, `<svg xmlns="http://www.w3.org/2000/svg" $1>${STYLE}`)
}
