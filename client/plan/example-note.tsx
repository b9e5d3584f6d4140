/** In one's own example plan: that it is one, and how to be two in it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { type ExamplePerson, examplePeople } from '../api/example-links.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { useNotice } from '../ui/notice.tsx'
import styles from './example-note.module.css'

/** Those whose view of a plan differs: somebody who writes along, and somebody who reads. */
const OFFERED = ['teacher', 'leadership'] as const

export function ExampleNote({ entry }: { readonly entry: PlanEntry }) {
  const [people] = useState(() => examplePeople(entry.planId))
  const others = people.filter(({ name }) => name !== entry.me.name)
  const offered = OFFERED.flatMap((role) => others.find((person) => person.role === role) ?? [])
  if (offered.length === 0) return null
  const { name } = entry.me

  return (
    <section className={styles['note']} aria-labelledby="example" data-not-copied="">
      <p className={styles['title']} id="example">
        <Trans>This is an example, and it is yours</Trans>
      </p>
      <p>
        <Trans>
          You are {name}. Write wherever you like: the plan is thrown away after a day. To try
          writing as two, open one of these in another browser or a private window.
        </Trans>
      </p>
      <ul className={styles['people']}>
        {offered.map((person) => (
          <li key={person.signInUrl}>
            <CopyDoor person={person} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CopyDoor({ person }: { readonly person: ExamplePerson }) {
  const { t } = useLingui()
  const announce = useAnnounce()
  const showNotice = useNotice()
  const [isCopied, setIsCopied] = useState(false)
  const { name, role, signInUrl } = person
  const copy = async () => {
    try {
      const { toClipboard } = await import('../ui/to-clipboard.ts')
      await toClipboard({ text: signInUrl })
      setIsCopied(true)
      announce(t`Copied`)
    } catch {
      showNotice({ words: t`The browser would not copy. This is the link: ${signInUrl}` })
    }
  }
  return (
    <Button size="small" icon={isCopied ? 'check' : 'copy'} onPress={() => void copy()}>
      {role === 'leadership' ? (
        <Trans>Copy the link for {name}, who reads</Trans>
      ) : (
        <Trans>Copy the link for {name}, who writes</Trans>
      )}
    </Button>
  )
}
