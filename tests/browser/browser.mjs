// One Chromium, started as root and offline; helpers that both browser tests share.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// axe comes in through the debugger, not the page: no policy of the page is in its way.
export async function axe_findings(page, left_out = []) {
  await page.evaluate(axe)
  return page.evaluate(names => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: Object.fromEntries(names.map(name => [name, { enabled: false }])),
  }), left_out)
}

// The people of the demonstration's banner, by the value of their option; '' is the public.
export async function becomes(page, base, person) {
  await page.goto(base + '/')
  await page.selectOption('#demo-person', person)
  await page.click('.sm-demo button')
  await page.waitForLoadState()
}

let failures = 0
export function check(truth, words) {
  if (truth) return
  failures += 1
  console.log(`  failed: ${words}`)
}
export function finish(name, count) {
  console.log(`${name}: ${count - failures} passed, ${failures} failed`)
  process.exit(failures === 0 && count > 0 ? 0 : 1)
}
