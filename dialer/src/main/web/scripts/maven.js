// What Maven runs: `node scripts/maven.js build|test` installs the packages that the lockfile names and runs the npm
// script of that name, each only when its inputs changed since it last succeeded.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = dirname(dirname(fileURLToPath(import.meta.url)))
const target = join(web, '../../../target')
const OLDEST_NODE = [20, 19]
const RESULT = { build: [join(target, 'classes/webroot/index.html')], test: [] }

const task = process.argv[2]
if (!(task in RESULT)) {
  fail(`Usage: node scripts/maven.js ${Object.keys(RESULT).join('|')}`)
}
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  fail(
    `The console needs Node ${OLDEST_NODE.join('.')} or newer, this is ${process.versions.node}. Install a newer Node.`,
  )
}

const lock = digest([join(web, 'package-lock.json')])
unlessDone(join(web, 'node_modules/.installed'), lock, [], () => {
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error')
})
unlessDone(join(target, `console-${task}.done`), digest(filesUnder(web)), RESULT[task], () => {
  npm('run', '--silent', task)
})

function unlessDone(stamp, state, results, work) {
  const done =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === state && results.every((one) => existsSync(one))
  if (!done) {
    work()
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, state)
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
    .sort()
}

function digest(files) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) {
    hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function npm(...words) {
  try {
    execFileSync('npm', words, { cwd: web, stdio: 'inherit' })
  } catch {
    fail(`npm ${words.join(' ')} failed in ${web}: see above.`)
  }
}

function fail(why) {
  console.error(why)
  process.exit(1)
}
