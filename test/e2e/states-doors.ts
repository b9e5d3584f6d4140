/** The states of signing in. Those of a real account are in doors.spec.ts: the example has none. */
import type { PageState, Scene } from './states.ts'

const NO_SUCH_TOKEN = 'n'.repeat(43)

export const doorStates: readonly PageState[] = [
  {
    name: 'sign-in',
    who: 'visitor',
    from: 'start',
    show: (scene) => openSignIn(scene),
  },
  {
    name: 'sign-in-refused',
    who: 'visitor',
    from: 'start',
    show: async (scene) => {
      const { page } = scene
      await openSignIn(scene)
      await page.getByRole('textbox', { name: 'E-postadresse' }).fill('kari@ternvag.no')
      await page.getByLabel('Passord').fill('ikke dette')
      await page.getByRole('button', { name: 'Logg inn', exact: true }).click()
      await page.getByRole('alert').waitFor()
      await page.getByRole('button', { name: 'Jeg kommer ikke inn' }).click()
    },
  },
  {
    name: 'sign-in-back-from-provider',
    who: 'visitor',
    from: 'start',
    show: async (scene) => {
      await openSignIn(scene, '?problem=provider-no-role')
      await scene.page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'sign-in-link',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/sign-in#${NO_SUCH_TOKEN}`)
      await page.getByRole('heading', { name: 'Velkommen tilbake' }).waitFor()
    },
  },
  {
    name: 'sign-in-link-over',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/sign-in#${NO_SUCH_TOKEN}`)
      await page.getByRole('button', { name: 'Logg inn', exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'invitation-over',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/invitation#${NO_SUCH_TOKEN}`)
      await page.getByRole('heading', { name: 'Lenken virker ikke lenger' }).waitFor()
    },
  },
  {
    name: 'account-signed-out',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/account`)
      await page.getByRole('heading', { name: 'Du er ikke logget inn' }).waitFor()
    },
  },
]

async function openSignIn({ page, program }: Scene, query = ''): Promise<void> {
  await page.goto(`${program.url}/sign-in${query}`)
  await page.getByRole('textbox', { name: 'E-postadresse' }).waitFor()
}
