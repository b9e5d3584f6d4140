/** The words of one line, with what is gone and new in their place. */
import { Trans } from '@lingui/react/macro'
import { canonicalJson } from '../../shared/text/canonical-json.ts'
import type { InlineRun } from '../../shared/text/compare-inlines.ts'
import type { Mark } from '../../shared/text/rich-text.ts'
import { StaticInlines } from '../text/static-text.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { Gone, New } from './changed.tsx'
import styles from './line-difference.module.css'

export function LineDifference({ runs }: { readonly runs: readonly InlineRun[] }) {
  return runs.map((run, at) => <Run key={at} run={run} />)
}

function Run({ run }: { readonly run: InlineRun }) {
  switch (run.kind) {
    case 'same':
      return <StaticInlines content={run.content} />
    case 'gone':
      return (
        <Gone>
          <StaticInlines content={run.content} />
        </Gone>
      )
    case 'new':
      return (
        <New>
          <StaticInlines content={run.content} />
        </New>
      )
    case 'marked':
      return (
        <span className={styles['marked']} data-lost={isOnlyLess(run.before, run.after)}>
          <VisuallyHidden>
            <Trans>Looks different:</Trans>{' '}
          </VisuallyHidden>
          <StaticInlines content={[{ type: 'text', text: run.text, marks: run.after }]} />
        </span>
      )
  }
}

/** Marks went and none came: then nothing but the line under the words shows it. */
function isOnlyLess(before: readonly Mark[], after: readonly Mark[]): boolean {
  const had = new Set(before.map(canonicalJson))
  return after.every((mark) => had.has(canonicalJson(mark)))
}
