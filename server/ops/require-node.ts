/** Imported before all else: says in one sentence when Node is too old for the rest. */

const NEEDED = 24

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(
    `Samplan needs Node ${NEEDED} or newer, and this is ${process.versions.node}. Start it with "npm start", which brings its own.\n`,
  )
  process.exit(1)
}
