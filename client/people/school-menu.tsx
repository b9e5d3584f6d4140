/** The pages of a school, behind its name: only those that one may see. */
import { useLingui } from '@lingui/react/macro'
import { Button } from 'react-aria-components/Button'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useLocation } from 'wouter'
import { may, type Verb } from '../../shared/access/policy.ts'
import type { MySchool } from '../../shared/api/me.ts'
import { Icon } from '../ui/icon.tsx'
import { MenuBox, MenuChoice } from '../ui/menu.tsx'
import styles from './school-menu.module.css'

interface SchoolMenuProps {
  readonly school: MySchool
}

export function SchoolMenu({ school }: SchoolMenuProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const { schoolId, name } = school
  const mayDo = (verb: Verb) => may({ memberships: [school] }, verb, { schoolId })
  const goTo = (page: string) => () => go(`/schools/${schoolId}/${page}`)

  return (
    <MenuTrigger>
      <Button className={styles['button']} aria-label={t`${name}: pages of the school`}>
        <span className={styles['name']} title={name}>
          {name}
        </span>
        <Icon name="chevron-down" />
      </Button>
      <MenuBox aria-label={name} align="start">
        {mayDo('member.list') && (
          <MenuChoice icon="person" onAction={goTo('people')}>{t`People at the school`}</MenuChoice>
        )}
        <MenuChoice icon="calendar" onAction={goTo('settings')}>
          {t`Settings of the school`}
        </MenuChoice>
        {mayDo('school.audit') && (
          <MenuChoice icon="check-list" onAction={goTo('audit')}>{t`What was done`}</MenuChoice>
        )}
        {mayDo('plan.restore') && (
          <MenuChoice icon="trash" onAction={goTo('deleted-plans')}>{t`Deleted plans`}</MenuChoice>
        )}
      </MenuBox>
    </MenuTrigger>
  )
}
