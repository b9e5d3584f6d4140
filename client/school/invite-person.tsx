/** An invitation for one address: sent where letters can be sent, else a link to hand over. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { INVITED_ROLES, type InvitedRole } from '../../shared/access/policy.ts'
import type { MySchool } from '../../shared/api/me.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { invitePerson } from '../api/members.ts'
import { problemOf } from '../api/request.ts'
import { personalInvitationsQuery } from '../api/school-queries.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Form } from '../ui/form.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useLanguage } from '../words/language.tsx'
import styles from './people.module.css'
import { useRoleWords } from './role-words.ts'

/** Who was invited; `url` null: a letter is on its way. */
interface Invited {
  readonly name: string
  readonly email: string
  readonly url: string | null
}

export function InvitePerson({ school }: { readonly school: MySchool }) {
  const [invited, setInvited] = useState<Invited | null>(null)
  return invited ? (
    <InvitedPerson invited={invited} onAnother={() => setInvited(null)} />
  ) : (
    <PersonForm school={school} onInvited={setInvited} />
  )
}

interface PersonFormProps {
  readonly school: MySchool
  readonly onInvited: (invited: Invited) => void
}

function PersonForm({ school, onInvited }: PersonFormProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const words = useRoleWords()
  const failureWords = useFailureWords()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<InvitedRole>('teacher')
  const inviting = useMutationOnce({
    mutationFn: () =>
      invitePerson(school.schoolId, { name: name.trim(), email: email.trim(), role, language }),
    onSuccess: ({ url }) => {
      void queries.invalidateQueries(personalInvitationsQuery(school.schoolId))
      onInvited({ name: name.trim(), email: email.trim(), url })
    },
  })
  const refusal = useRefusal(inviting.error, { name: 'name', email: 'email' })
  const problem = inviting.isError && !refusal ? problemOf(inviting.error) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (!inviting.isPending && !inviting.isSuccess) inviting.mutate()
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      <TextInput label={t`Name`} value={name} onChange={setName} name="name" isRequired isFirst />
      <TextInput
        label={t`E-mail address`}
        type="email"
        value={email}
        onChange={setEmail}
        name="email"
        maxLength={254}
        isRequired
      />
      <div className={styles['group']}>
        <span className={styles['label']} id="person-role">
          <Trans>Role</Trans>
        </span>
        <Segments
          labelledBy="person-role"
          value={role}
          onChange={setRole}
          segments={INVITED_ROLES.map((value) => ({ value, label: words[value].name }))}
        />
        <p className={styles['hint']} aria-live="polite">
          {words[role].may}
        </p>
      </div>
      {problem !== null && (
        <ErrorNotice title={failureWords(problem).title}>
          {failureWords(problem).advice}
        </ErrorNotice>
      )}
      <div>
        <Button type="submit" tone="main" isPending={inviting.isPending}>
          <Trans>Invite</Trans>
        </Button>
      </div>
    </Form>
  )
}

interface InvitedPersonProps {
  readonly invited: Invited
  readonly onAnother: () => void
}

function InvitedPerson({ invited, onAnother }: InvitedPersonProps) {
  const { t } = useLingui()
  const { name, email, url } = invited
  return (
    <div className={styles['form']}>
      {url === null ? (
        <output>
          <Trans>
            A letter to {name} is on its way to {email}.
          </Trans>
        </output>
      ) : (
        <>
          <CopyLine
            label={t`The invitation is ready: ${name}`}
            text={url}
            button={t`Copy the link`}
            done={t`Link copied`}
            tone="main"
            isFirst
          />
          <p className={styles['hint']}>
            <Trans>
              No letters are sent from here, so give {name} the link yourself. It is for them alone,
              and you see it only now.
            </Trans>
          </p>
        </>
      )}
      <div>
        <Button icon="plus" onPress={onAnother}>
          <Trans>Invite somebody else</Trans>
        </Button>
      </div>
    </div>
  )
}
