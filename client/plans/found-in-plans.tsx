/** Words found in the texts of a school's plans, each with the way to its place. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { planAddress } from '../../shared/api/plan-address.ts'
import type { SearchHit } from '../../shared/api/search.ts'
import { FEWEST_LETTERS, foldText } from '../../shared/text/fold-text.ts'
import { searchQuery } from '../api/queries.ts'
import styles from './found-in-plans.module.css'

/** While somebody types, every third letter or so is asked for. */
const SETTLED_MS = 250

interface FoundInPlansProps {
  readonly schoolId: string
  readonly words: string
}

/** Nothing for fewer than two letters. What stands in the plans' titles is in the list above. */
export function FoundInPlans({ schoolId, words }: FoundInPlansProps) {
  const { t } = useLingui()
  const settled = useSettled(words.trim())
  const isEnough = foldText(settled).trim().length >= FEWEST_LETTERS
  const found = useQuery({ ...searchQuery(schoolId, settled), enabled: isEnough })
  const hits = useDeferredValue(found.data?.hits.filter(({ textId }) => textId !== 'title'))
  if (!isEnough || !hits) return null

  return (
    <section className={styles['found']} aria-label={t`In the plans’ texts`}>
      <h3>
        <Plural
          value={hits.length}
          _0="Not in the text of any plan"
          one="In one text"
          other="In # texts"
        />
      </h3>
      <ul>
        {hits.map((hit) => (
          <li key={`${hit.planId} ${hit.textId}`}>
            <Hit hit={hit} />
          </li>
        ))}
      </ul>
      {found.data?.isCut && (
        <p>
          <Trans>There are more. Write another word to find fewer.</Trans>
        </p>
      )}
    </section>
  )
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { t } = useLingui()
  const { planTitle, place, excerpt, words } = hit
  const at = excerpt.indexOf(words)
  return (
    <Link href={planAddress(hit.planId, hit)} className={styles['hit']}>
      <span className={styles['excerpt']} dir="auto">
        {at < 0 ? (
          excerpt
        ) : (
          <>
            {excerpt.slice(0, at)}
            <mark>{words}</mark>
            {excerpt.slice(at + words.length)}
          </>
        )}
      </span>
      <span className={styles['place']}>
        {planTitle || t`Plan without a title`} · {place}
      </span>
    </Link>
  )
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
