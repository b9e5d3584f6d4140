/** In place of the ways to sign in, for somebody of the example school: why there are none. */
import { Trans } from '@lingui/react/macro'

export function ExampleWays() {
  return (
    <p>
      <Trans>
        You are somebody in the example school. It is thrown away after a day, so there is nothing
        to sign in to.
      </Trans>
    </p>
  )
}
