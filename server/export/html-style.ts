/**
 * The one style of an exported plan, constant to the byte, so that a content
 * security policy can name it by its hash.
 *
 * After look/png/print-direction.png: one column of serif, the number large in
 * the margin, what the tool says in small sans. No font is embedded: Literata
 * where it is installed, else the best book face of the machine. Print has its
 * own page: A4 with a margin for the numbers, page numbers at the foot.
 */
import { createHash } from 'node:crypto'

const SCREEN = `
:root{
  color-scheme:light dark;
  --paper:#fdfdfb; --ink:#15201b; --ink-2:#46534c; --ink-3:#57635d; --hairline:#d3d8ce; --edge:#7b8780;
  --accent:#0e5a46; --accent-on:#fff; --accent-soft:#dbeae2; --sunk:#f0f2ec; --alert:#96281d; --ins:#164a9c;
  --serif:Literata,"Noto Serif","Iowan Old Style",Charter,"Palatino Linotype",Georgia,serif;
  --sans:"Sofia Sans","Segoe UI","Noto Sans",system-ui,sans-serif;
  --number-room:3.25rem;
}
@media screen and (prefers-color-scheme:dark){:root{
  --paper:#151c19; --ink:#e7ece6; --ink-2:#b6c2ba; --ink-3:#98a69e; --hairline:#2b3631; --edge:#74837b;
  --accent:#86cfb3; --accent-on:#0b1f18; --accent-soft:#1a3a2f; --sunk:#1d2622; --alert:#f5ac9f; --ins:#a5c8ff;
}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.62 var(--serif);
  font-optical-sizing:auto;overflow-wrap:break-word;hyphens:manual}
body>*{max-inline-size:calc(36.5rem + 2*var(--number-room));margin-inline:auto;
  padding-inline:var(--number-room)}
h1,h2,h3,h4,h5,h6{margin:0;font-weight:600;line-height:1.2;text-wrap:balance;break-after:avoid}
p,ul,ol,dl,figure,blockquote{margin:0}
ul,ol{padding-inline-start:1.4em}
a{color:inherit;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid #1b5bc6;outline-offset:2px}
bdi{unicode-bidi:isolate}
svg{display:block}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.facts,.status,.kind,.school,.period,figcaption,dt,.shown-by,.address,footer,.nothing{
  font:450 .8125rem/1.5 var(--sans);color:var(--ink-3)}
.nothing{font-style:italic}

.cover{padding-block:4rem 2rem}
.kind{font-size:.9375rem}
h1{font-size:2.625rem;line-height:1.15;font-weight:500;margin-block:.35rem 1rem;letter-spacing:-.01em}
.school,.period{font-size:.9375rem;color:var(--ink-2)}
.school{font-weight:650;color:var(--ink)}
figure{margin-block-start:2.5rem;padding-block:2rem;border-block:1px solid var(--hairline)}
.wheel{inline-size:min(100%,22rem);margin-inline:auto}
figcaption{max-inline-size:24rem;margin:1.25rem auto 0;text-align:center}
.segment{fill:none;stroke:var(--accent);stroke-width:1}
.segment[data-state=empty]{stroke:var(--edge)}
.segment[data-state=begun]{fill:url(#hatch)}
.segment[data-state=written]{fill:var(--accent)}
.hatch-ground{fill:var(--accent-soft)}
.hatch-line{fill:none;stroke:var(--accent);stroke-width:2}
.disc{fill:none;stroke:var(--hairline)}
.wheel-number{font:650 11px var(--sans);fill:var(--ink);text-anchor:middle;dominant-baseline:central}
.line,.ring{fill:none;stroke:var(--ink-2);stroke-width:1.6}
.ring{stroke:var(--accent)}
.solid{fill:var(--accent)}
.tick{fill:none;stroke:var(--accent-on);stroke-width:1.7}
.alert{fill:var(--alert)}
.bar{fill:none;stroke:var(--paper);stroke-width:1.6}
.mark{display:inline-block;inline-size:.95em;block-size:.95em;margin-inline-end:.4em;vertical-align:-.1em}

nav{padding-block:1rem 2rem}
nav h2{font-size:1.25rem;margin-block-end:.75rem}
nav ol{list-style:none;padding:0;border-block-start:2px solid var(--ink)}
nav li{position:relative;display:flex;flex-wrap:wrap;gap:0 1rem;align-items:baseline;
  padding-block:.5rem;border-block-end:1px solid var(--hairline)}
nav .number{position:absolute;inset-inline-start:calc(-1*var(--number-room));inline-size:calc(var(--number-room) - .9rem);
  text-align:end;color:var(--accent)}
nav a{flex:1 1 16rem;text-decoration:none}
nav a:hover{text-decoration:underline}

.part{padding-block:3rem 0}
.part>h2{position:relative;font-size:2rem;font-weight:500;letter-spacing:-.01em}
.part>h2 .number{position:absolute;inset-inline-start:calc(-1*var(--number-room));inset-block-start:-.06em;
  inline-size:calc(var(--number-room) - .9rem);text-align:end;
  font-size:1.7em;line-height:1;font-weight:300;color:var(--accent);letter-spacing:0}
.ask{font-style:italic;color:var(--ink-2);max-inline-size:30rem;margin-block-start:.5rem;break-after:avoid}
.field{padding-block-start:2.25rem}
h3{font-size:1.25rem}
.field>h3{margin-block-end:.6rem}
.text>*+*{margin-block-start:.75em}
.text :is(h4,h5,h6){font-size:1.0625rem;margin-block:1.4em .3em}
.text li+li,.text li>*+*{margin-block-start:.3em}
.text blockquote,.callout{padding-inline-start:1rem;border-inline-start:2px solid var(--hairline)}
.text blockquote{font-style:italic;color:var(--ink-2)}
.callout{padding:.75rem 1rem;border-inline-start:2px solid var(--accent);background:var(--sunk)}
.text code{font:.92em ui-monospace,"DejaVu Sans Mono",monospace}
.tasks{list-style:none;padding:0}
.tasks li{display:grid;grid-template-columns:1.5em minmax(0,1fr);position:relative}
.tasks .mark{margin-block-start:.45em}
.tasks li>div{margin:0}

.shown-by{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:0 1rem;margin-block-start:1.1rem}
.evidence,.check-ins{list-style:none;padding:0}
.evidence li+li{margin-block-start:.35rem}
.evidence a,.evidence bdi{color:var(--ink)}
.address{display:block;overflow-wrap:anywhere;font-size:.75rem}
.check-ins li+li{margin-block-start:.6rem}

.actions{padding-block-start:2.5rem}
.actions-head{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;
  padding-block-end:.5rem;border-block-end:1px solid var(--hairline);break-after:avoid}
.action{padding-block:1.25rem;border-block-end:1px solid var(--hairline)}
.action:last-child{border-block-end:0}
.action-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1.5rem;break-after:avoid}
.action h4{position:relative;flex:1 1 16rem;font-size:1.0625rem;line-height:1.35}
.action h4 .number{position:absolute;inset-inline-start:calc(-1*var(--number-room));
  inline-size:calc(var(--number-room) - .9rem);text-align:end;
  font:650 .8125rem/1.75 var(--sans);color:var(--accent)}
.status{color:var(--ink-2);font-weight:650;display:flex;flex-wrap:wrap;gap:0 1rem}
.late{color:var(--alert)}
.action>.facts{margin-block-start:.1rem;break-after:avoid}
.facts b{font-weight:650;color:var(--ink)}
dl{margin-block-start:.75rem;font-size:1rem;line-height:1.55}
dl>div{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:0 1rem}
dl>div+div{margin-block-start:.45rem}
dt{padding-block-start:.17rem}
dd{margin:0}
dd .evidence{font:450 .8125rem/1.5 var(--sans);padding-block-start:.17rem}

.marks{font:450 .8125rem/1.5 var(--sans);color:var(--ink-3);margin-block:.25rem .5rem}
.note{padding-block:1.25rem;border-block-end:1px solid var(--hairline)}
.note h3{font-size:1.0625rem}
.note>*+*{margin-block-start:.5rem}
.note blockquote{padding-inline-start:1rem;border-inline-start:2px solid var(--hairline);font-style:italic;color:var(--ink-2)}
.message p+p{margin-block-start:.1rem}
del{color:var(--alert)}
ins{color:var(--ins);text-decoration:underline;text-decoration-thickness:2px}
.decision{padding-inline-start:1rem;border-inline-start:2px solid var(--accent)}
.decisions{margin-block-start:1rem}
.decisions li+li{margin-block-start:.6rem}

footer{margin-block-start:4rem;padding-block:1.5rem 3rem;border-block-start:1px solid var(--hairline);
  display:flex;flex-wrap:wrap;gap:.25rem 2rem}
@media (max-width:44rem){
  :root{--number-room:1.25rem}
  .cover{padding-block:2rem 1rem}
  h1{font-size:2rem}
  .part>h2{font-size:1.5625rem}
  .part>h2 .number,.action h4 .number,nav .number{position:static;inline-size:auto;margin-inline-end:.35em}
  .part>h2 .number{font-size:1em;font-weight:500}
  .action h4 .number{font-size:.9375rem}
  dl>div,.shown-by{grid-template-columns:minmax(0,1fr)}
}`

const PRINT = `
@page{size:A4;margin:20mm 24mm 22mm;
  @bottom-center{content:counter(page);font:9pt "Sofia Sans","Segoe UI","Noto Sans",sans-serif;color:#57635d}}
@page:first{@bottom-center{content:none}}
@media print{
  :root{--number-room:15mm;--paper:#fff}
  html{font-size:10pt}
  body{font-size:10.25pt;line-height:1.48;orphans:3;widows:3}
  body>*{max-inline-size:none;padding-inline:var(--number-room) 0}
  .cover{min-block-size:250mm;padding-block:14mm 0;break-after:page;display:flex;flex-direction:column}
  .cover figure{margin-block:auto;border:0;padding:0}
  h1{font-size:30pt}
  .wheel{inline-size:120mm}
  nav{padding-block:0;break-after:page}
  .part{padding-block-start:13mm}
  .part:first-child{padding-block-start:0}
  .part>h2{font-size:21pt}
  .field{padding-block-start:6mm}
  .actions{padding-block-start:8mm}
  .action{padding-block:4mm}
  h3{font-size:13pt}
  .action h4{font-size:11pt}
  dl{font-size:10pt;line-height:1.42}
  dl>div+div{margin-block-start:1.2mm}
  .action,.note,.callout,.shown-by,nav li,dl>div,.check-ins li{break-inside:avoid}
  .text a::after{content:" (" attr(href) ")";font:.8em var(--sans);color:var(--ink-3);overflow-wrap:anywhere}
  footer{break-inside:avoid;margin-block-start:12mm;padding-block:4mm 0}
}`

/** Written to be read, not minified: it is a small part of any exported plan. */
export const HTML_STYLE = `${SCREEN}${PRINT}\n`

/** For a policy's style-src: quoted as it stands there. */
const HTML_STYLE_HASH = `'sha256-${createHash('sha256').update(HTML_STYLE).digest('base64')}'`

/** Nothing but this style: no script, no fetch, no frame, no form. */
export const HTML_POLICY = `default-src 'none'; style-src ${HTML_STYLE_HASH}; base-uri 'none'; form-action 'none'`
