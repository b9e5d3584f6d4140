/**
 * Is this a place that the plan can have? Fields and sections are the template's. An action may
 * have been made in a browser that is ahead of the server, so any is taken.
 *
 * Only what the contract names is kept of what was sent.
 */
import type { Anchor } from '../../shared/discuss/anchor.ts'
import { isActionText, type ThreadPlace } from '../../shared/discuss/thread-place.ts'
import { Failure } from '../../shared/failure.ts'
import { type Template, templateFieldIds } from '../../shared/templates/template.ts'

/** @throws Failure 'bad-request' */
export function checkPlace(place: ThreadPlace, template: Template): ThreadPlace {
  switch (place.kind) {
    case 'plan':
      return { kind: 'plan' }
    case 'section': {
      const { sectionId } = place
      if (!template.sections.some(({ id }) => id === sectionId)) throw noPlace(sectionId)
      return { kind: 'section', sectionId }
    }
    case 'field': {
      const { fieldId, anchor } = place
      if (!templateFieldIds(template).includes(fieldId)) throw noPlace(fieldId)
      return { kind: 'field', fieldId, anchor: anchor && keptAnchor(anchor) }
    }
    case 'action': {
      const { actionId, part, anchor } = place
      if (anchor && !isActionText(part)) throw noPlace(`words of ${part ?? 'an action'}`)
      return { kind: 'action', actionId, part, anchor: anchor && keptAnchor(anchor) }
    }
  }
}

function keptAnchor({ from, to, quote, before, after, rival }: Anchor): Anchor {
  return { from, to, quote, before, after, ...(rival === undefined ? {} : { rival }) }
}

function noPlace(what: string): Failure {
  return new Failure('bad-request', `no place for a thread: ${what}`)
}
