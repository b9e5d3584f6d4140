/** A catalog as the build makes it from a .po file: message ids to compiled messages. */
declare module '*.po' {
  import type { Messages } from '@lingui/core'

  export const messages: Messages
}
