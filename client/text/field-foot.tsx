/** Under the text that is being written: how many words it has. Nothing is said aloud of it. */
import { Plural } from '@lingui/react/macro'
import { useDeferredValue, useMemo } from 'react'
import type * as Y from 'yjs'
import { planMap } from '../../shared/plan/plan-doc.ts'
import { countWords } from '../../shared/text/count-words.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import styles from './field-foot.module.css'
import { useFragmentText } from './use-fragment-text.ts'

export function FieldFoot({ fragment }: { readonly fragment: Y.XmlFragment }) {
  const text = useFragmentText(fragment)
  const { doc } = useOpenPlan()
  const language = planMap(doc).get('language')
  // Counted when nobody waits for a letter.
  const settled = useDeferredValue(text)
  const words = useMemo(
    () => countWords(plainText(settled), typeof language === 'string' ? language : 'und'),
    [settled, language],
  )
  if (words === 0) return null
  return (
    <span className={styles['foot']}>
      <Plural value={words} one="# word" other="# words" />
    </span>
  )
}
