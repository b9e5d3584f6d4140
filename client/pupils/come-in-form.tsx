/** Coming in for the first time: the code and a name, and nothing more. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { CameIn } from '../../shared/api/pupils.ts'
import { comeIn } from '../api/pupils.ts'
import { problemOf } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { useRefusal } from '../api/use-refusal.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../words/language.tsx'
import { CodeField } from './code-field.tsx'
import { similarName } from './made-up-names.ts'
import { NameField } from './name-field.tsx'
import { PupilProblem, usePupilProblem } from './pupil-problem.tsx'
import styles from './pupils-page.module.css'

/** Six letters, with room for blanks. */
const CODE_LENGTH = 12

/** The inputs of the form, by what they are called in the request. */
const NAME = { name: 'name' }
const CODE_AND_NAME = { ...NAME, code: 'code' }

interface ComeInFormProps {
  /** Of the link that was opened; null: the letters are typed. */
  readonly token: string | null
  /** The pupil who is signed in and comes as themselves; null: somebody new. */
  readonly knownAs: string | null
  readonly onIn: (came: CameIn) => void
}

export function ComeInForm({ token, knownAs, onIn }: ComeInFormProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const coming = useMutationOnce({ mutationFn: comeIn, onSuccess: onIn })
  const kind = token === null ? 'join' : 'link'
  const names = token === null ? CODE_AND_NAME : NAME
  const refusal = useRefusal(coming.error, names, usePupilProblem(kind))
  const isTaken = coming.isError && problemOf(coming.error) === 'name-taken'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Once, however often it is pressed.
    if (coming.isPending || coming.isSuccess) return
    coming.mutate({ code: token ?? code, name: knownAs ?? name.trim(), language })
  }

  return (
    <Form className={styles['form']} refusal={refusal} onSubmit={submit}>
      {token === null ? (
        <CodeField
          label={t`The code`}
          hint={t`Six letters. Your teacher shows them.`}
          name="code"
          value={code}
          maxLength={CODE_LENGTH}
          onChange={setCode}
        />
      ) : (
        <p className={styles['ready']}>
          <Trans>The code came along.</Trans>
        </p>
      )}
      {knownAs === null && <NameField value={name} onChange={setName} />}
      {!refusal && <PupilProblem error={coming.error} kind={kind} />}
      {isTaken && <OtherName name={name} onTake={setName} />}
      <div>
        <Button
          type="submit"
          tone="main"
          size="big"
          iconAfter="arrow-right"
          isPending={coming.isPending || coming.isSuccess}
        >
          {knownAs === null ? <Trans>Come in</Trans> : <Trans>Come in as {knownAs}</Trans>}
        </Button>
      </div>
    </Form>
  )
}

/** For the second Nora of the class. */
function OtherName({ name, onTake }: { readonly name: string; onTake: (name: string) => void }) {
  const [other] = useState(() => similarName(name, Math.random))
  return (
    <div>
      <Button onPress={() => onTake(other)}>
        <Trans>Take “{other}”</Trans>
      </Button>
    </div>
  )
}
