/** /schools/:schoolId/settings: what the school is called, where it is, and its calendar. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { MySchool } from '../../shared/api/me.ts'
import { settingsQuery } from '../api/school-queries.ts'
import { ListProblem } from './list-problem.tsx'
import { mayIn, SchoolFrame, type SchoolPageProps } from './school-frame.tsx'
import { SettingsForm } from './settings-form.tsx'
import { SettingsShown } from './settings-shown.tsx'

export function SettingsPage(props: SchoolPageProps) {
  const { t } = useLingui()
  return (
    <SchoolFrame
      {...props}
      title={t`Settings of the school`}
      verb="school.read"
      renderPage={(school) => <Settings school={school} />}
    />
  )
}

function Settings({ school }: { readonly school: MySchool }) {
  const { schoolId } = school
  const settings = useQuery(settingsQuery(schoolId))
  if (!settings.data) {
    return settings.isError ? (
      <ListProblem error={settings.error} onRetry={() => void settings.refetch()} />
    ) : null
  }
  return mayIn(school, 'school.settle') ? (
    <SettingsForm key={schoolId} schoolId={schoolId} settings={settings.data} />
  ) : (
    <SettingsShown settings={settings.data} />
  )
}
