// Hocuspocus as its own documentation starts it. Its SQLite extension is this very table and these
// statements over better-sqlite3, which compiles when it is installed; here they run over
// node:sqlite, through the extension that its own one is made of.
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const database = new DatabaseSync(join(process.env.DATA_DIR, 'hocuspocus.db'))
database.exec(`CREATE TABLE IF NOT EXISTS "documents" (
  "name" varchar(255) NOT NULL,
  "data" blob NOT NULL,
  UNIQUE(name)
)`)
const select = 'SELECT data FROM "documents" WHERE name = $name ORDER BY rowid DESC'
const upsert = `INSERT INTO "documents" ("name", "data") VALUES ($name, $data)
  ON CONFLICT(name) DO UPDATE SET data = $data`

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) =>
        database.prepare(select).get({ $name: documentName })?.data ?? null,
      store: async ({ documentName, state }) => {
        database.prepare(upsert).run({ $name: documentName, $data: state })
      },
    }),
  ],
})
await server.listen()
