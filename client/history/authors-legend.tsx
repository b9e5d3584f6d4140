/** Who has written what: the hues and lines with their names, and whose the words are where one is. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { textAuthorsQuery } from '../api/history-queries.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { canShowAuthors } from './author-highlights.ts'
import { showAuthors } from './authors-shown.ts'
import styles from './authors-legend.module.css'
import { useAuthorMarks } from './use-author-marks.ts'

/** In the order in which the server names them: by no measure of how much. */
export function AuthorsLegend() {
  const { t } = useLingui()
  const plan = useOpenPlan()
  const authors = useQuery(textAuthorsQuery(plan.planId))
  const { looks, here } = useAuthorMarks(document.getElementById('main'), authors.data ?? null)
  const people = authors.data?.people ?? []
  const nameHere = here === null ? '' : (people[here]?.name ?? '')

  return (
    <aside className={styles['legend']} aria-label={t`Who has written what`} data-not-copied="">
      <div className={styles['words']}>
        <h2 className={styles['title']}>
          <Trans>Who has written what</Trans>
        </h2>
        {authors.isError && (
          <p>
            <Trans>This cannot be shown right now.</Trans>
          </p>
        )}
        {!canShowAuthors && (
          <p>
            <Trans>This browser shows no colours. Point at words to see whose they are.</Trans>
          </p>
        )}
        <ul className={styles['people']}>
          {people.map(({ memberId, name }, index) => (
            <li key={memberId} data-here={index === here}>
              <span
                className={styles['swatch']}
                data-colour={looks[index]?.colour}
                data-line={looks[index]?.line}
                aria-hidden="true"
              >
                Aa
              </span>
              {name}
            </li>
          ))}
        </ul>
        <VisuallyHidden>
          <span aria-live="polite">{nameHere === '' ? '' : t`Written by ${nameHere}`}</span>
        </VisuallyHidden>
      </div>
      <IconButton
        icon="close"
        size="small"
        label={t`Hide who has written what`}
        onPress={() => showAuthors(plan, false)}
      />
    </aside>
  )
}
