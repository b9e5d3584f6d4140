/* Sets light or dark before the first paint. See client/ui/theme.ts, which changes it. */
;(function () {
  var wanted = null
  try {
    wanted = localStorage.getItem('samplan.theme')
  } catch {
    // A browser that refuses storage follows the system.
  }
  var dark = matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.theme = wanted || (dark ? 'dark' : 'light')
})()
