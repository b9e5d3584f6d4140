/** The head of the paper: which two moments, in which view, and what one can do with them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type RefObject, useEffect, useId, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { ChoiceBox } from '../ui/choice-box.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Segments } from '../ui/segments.tsx'
import styles from './history-head.module.css'
import { useHistorySetting, useMayName } from './history-setting.ts'
import { useCountWords, useVersionWords, useWhenWords } from './moment-words.ts'
import { NameVersion } from './name-version.tsx'
import { RestoreButton } from './restore-button.tsx'
import { SwitchBox } from './switch-box.tsx'
import { type ComparedMoments, FIRST } from './use-compared-moments.ts'
import type { ChosenHistory } from './use-history-choice.ts'
import { VersionMenu } from './version-menu.tsx'

interface HistoryHeadProps {
  readonly compared: ComparedMoments
  readonly choice: ChosenHistory
}

interface ComingProps {
  /** Other moments were chosen, and are on their way: nothing is done with those before. */
  readonly isComing: boolean
}

export function HistoryHead({ compared, choice, isComing }: HistoryHeadProps & ComingProps) {
  const { t } = useLingui()
  const { planId, me } = useHistorySetting().entry
  const heading = useFirstFocus()
  const countWords = useCountWords()
  const whenWords = useWhenWords()
  const when = whenWords(compared.from.atMs)
  const isThen = choice.view === 'then'

  return (
    <div className={styles['head']}>
      <div className={styles['column']}>
        <LinkButton href={`/plans/${planId}`} icon="arrow-left" size="small" tone="quiet">
          <Trans>Back to the plan</Trans>
        </LinkButton>
        <p className={styles['plan']} dir="auto">
          {compared.to.plan.title}
        </p>
        <h1 className={styles['title']} ref={heading} tabIndex={-1}>
          {isThen ? t`As the plan was ${when}` : t`What has changed`}
        </h1>
        {!isThen && <p className={styles['count']}>{countWords(compared.comparison.count)}</p>}
        {!isThen && <PrintedMoments compared={compared} choice={choice} />}
        <MomentChoices compared={compared} choice={choice} />
        <ViewChoice choice={choice} />
        <div className={styles['deeds']} inert={isComing}>
          {choice.view === 'changes' && (
            <SwitchBox
              label={t`Show the whole plan`}
              isOn={choice.isWhole}
              onChange={(isWhole) => choice.choose({ isWhole })}
            />
          )}
          {choice.view === 'text' && (
            <Button icon="print" size="small" onPress={() => print()}>
              <Trans>Print</Trans>
            </Button>
          )}
          <NameVersion compared={compared} />
          <ChosenName compared={compared} heading={heading} />
          {me.mayWrite && compared.comparison.count > 0 && (
            <RestoreButton what={{ kind: 'plan' }} moment={compared.from}>
              <Trans>Restore the plan</Trans>
            </RestoreButton>
          )}
        </div>
      </div>
    </div>
  )
}

interface ChosenNameProps extends Pick<HistoryHeadProps, 'compared'> {
  readonly heading: RefObject<HTMLElement | null>
}

/** On a narrow window, where no list of versions stands beside the paper. */
function ChosenName({ compared: { versions, from }, heading }: ChosenNameProps) {
  const mayName = useMayName()
  const version = versions.versions.find(({ seq }) => seq === from.seq)
  if (!mayName || !version || version.name === null) return null
  return (
    <span className={styles['chosenName']}>
      <VersionMenu seq={version.seq} name={version.name} beside={heading} />
    </span>
  )
}

/** On paper, in the place of the two choices. */
function PrintedMoments({ compared, choice }: HistoryHeadProps) {
  const whenWords = useWhenWords()
  const [from, to] = [compared.from, compared.to].map(({ atMs }) => whenWords(atMs))
  return (
    <p className={styles['printed']}>
      {choice.to === null ? (
        <Trans>From {from} until now</Trans>
      ) : (
        <Trans>
          From {from} until {to}
        </Trans>
      )}
    </p>
  )
}

function MomentChoices({ compared, choice }: HistoryHeadProps) {
  const { t } = useLingui()
  const versionWords = useVersionWords()
  const { versions, from, to, wanted } = compared
  const known = versions.versions.map((version) => ({
    seq: version.seq,
    value: String(version.seq),
    label: versionWords(version),
    hint: version.by.map(({ name }) => name).join(', '),
  }))
  const first = { seq: FIRST, value: String(FIRST), label: t`When the plan was made`, hint: '' }
  const beginnings = known.some(({ seq }) => seq === FIRST) ? known : [...known, first]
  const isKnown = isIn(beginnings, from.seq)
  const other = {
    seq: from.seq,
    value: String(from.seq),
    label: versionWords({ name: null, kind: 'automatic', atMs: from.atMs }),
    hint: '',
  }
  const starts = isKnown ? beginnings : [...beginnings, other].sort((a, b) => b.seq - a.seq)
  const ends = known.filter(({ seq }) => seq > from.seq && seq < versions.head)
  const now = { value: 'now', label: t`Now` }

  return (
    <div className={styles['moments']}>
      <ChoiceBox
        label={choice.view === 'then' ? t`As it was` : t`From`}
        value={String(isIn(starts, wanted.from) ? wanted.from : from.seq)}
        choices={starts}
        onChange={(value) => {
          const seq = Number(value)
          const isAfter = choice.to !== null && choice.to <= seq
          choice.choose({ from: seq, ...(isAfter && { to: null }) })
        }}
      />
      {choice.view !== 'then' && (
        <ChoiceBox
          label={t`Until`}
          value={choice.to === null ? 'now' : String(isIn(ends, wanted.to) ? wanted.to : to.seq)}
          choices={[now, ...ends]}
          onChange={(value) => choice.choose({ to: value === 'now' ? null : Number(value) })}
        />
      )}
    </div>
  )
}

/** What is wanted shows as chosen at once, while it comes. */
function isIn(moments: readonly { readonly seq: number }[], seq: number): boolean {
  return moments.some((moment) => moment.seq === seq)
}

function ViewChoice({ choice }: { readonly choice: ChosenHistory }) {
  const { t } = useLingui()
  const labelId = useId()
  return (
    <div className={styles['views']}>
      <span id={labelId} className={styles['label']}>
        <Trans>Show</Trans>
      </span>
      <Segments
        labelledBy={labelId}
        value={choice.view}
        segments={[
          { value: 'changes', label: t`In the plan` },
          { value: 'text', label: t`As text` },
          { value: 'then', label: t`As it was` },
        ]}
        onChange={(view) => choice.choose({ view })}
      />
    </div>
  )
}

/** Whoever comes here from another page of ours begins at the heading. */
function useFirstFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
