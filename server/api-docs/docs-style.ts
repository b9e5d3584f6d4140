/** How the API's page looks: as quiet as the plans, in light and dark. */

export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2733, #e8ebef); --quiet: light-dark(#55606d, #aab4c0);
  --paper: light-dark(#fff, #14191f); --edge: light-dark(#dfe4ea, #2d3640); --link: light-dark(#0b57a4, #8ec1ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-inline-size: 60rem; margin-inline: auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; }
h2 { margin-block: 2.5rem 0; font-size: 1.3rem; }
h3 { margin: 0; font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
a { color: var(--link); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding-block: 0.6rem; }
article { padding-block: 1.25rem; border-block-end: 1px solid var(--edge); }
article p { margin-block: 0.25rem 0.5rem; }
dl { display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr); gap: 0.25rem 1rem; margin: 0; font-size: 0.9rem; }
dt { color: var(--quiet); overflow-wrap: anywhere; }
dd { margin: 0; min-inline-size: 0; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { margin: 0; white-space: pre-wrap; }
[data-method] { display: inline-block; min-inline-size: 3.2rem; color: var(--quiet); }
@media (max-width: 36rem) { dl { grid-template-columns: minmax(0, 1fr); } dd { margin-block-end: 0.5rem; } }
`
