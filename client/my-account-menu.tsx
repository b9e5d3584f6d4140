/** What waits for me and who is signed in, put together for the end of any page's top bar. */
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { meQuery } from './api/queries.ts'
import { MyInbox } from './my-inbox.tsx'
import { deviceCopies } from './on-this-device.ts'
import { lazyPart } from './ui/lazy-part.ts'

const AccountMenu = lazyPart(() =>
  import('./people/account-menu.tsx').then(({ AccountMenu: menu }) => menu),
)

/** Nothing for those who are not signed in. */
export function MyAccountMenu() {
  const { data } = useQuery(meQuery)
  if (!data?.user) return null
  const { user, schools } = data
  return (
    <>
      <MyInbox />
      <Suspense fallback={null}>
        <AccountMenu
          name={user.name}
          memberId={schools[0]?.memberId ?? null}
          copies={deviceCopies(user.userId)}
        />
      </Suspense>
    </>
  )
}
