/** What changed, in sentences: for those who listen, who see no colours, and for paper. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import styles from './difference-as-text.module.css'
import type { Comparison } from './paper-content.ts'
import { useDifferenceSentences } from './use-difference-sentences.ts'

export function DifferenceAsText({ comparison }: { readonly comparison: Comparison }) {
  const sentences = useDifferenceSentences()
  const { difference, sections } = comparison
  return (
    <div className={styles['text']}>
      <Sentences title={<Trans>The plan</Trans>} sentences={sentences.facts(difference.facts)} />
      {sections.map((section) => (
        <Sentences key={section.id} title={section.name} sentences={sentences.section(section)} />
      ))}
    </div>
  )
}

interface SentencesProps {
  readonly title: ReactNode
  readonly sentences: readonly string[]
}

function Sentences({ title, sentences }: SentencesProps) {
  if (sentences.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      <ul>
        {sentences.map((sentence, at) => (
          <li key={at}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
