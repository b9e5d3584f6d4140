/** The three lists of a school's calendar in words. */
import { useLingui } from '@lingui/react/macro'
import type { SpanList } from './settings-draft.ts'

interface SpanWords {
  readonly title: string
  readonly none: string
  readonly add: string
  /** One of them by its number. */
  readonly label: (number: number) => string
}

export function useSpanWords(): Readonly<Record<SpanList, SpanWords>> {
  const { t } = useLingui()
  return {
    schoolYears: {
      title: t`School years`,
      none: t`None yet.`,
      add: t`Add a school year`,
      label: (number) => t`School year ${number}`,
    },
    terms: {
      title: t`Terms`,
      none: t`None yet. A term lies within a school year.`,
      add: t`Add a term`,
      label: (number) => t`Term ${number}`,
    },
    holidays: {
      title: t`Holidays and days off`,
      none: t`None yet.`,
      add: t`Add a holiday`,
      label: (number) => t`Holiday ${number}`,
    },
  }
}
