// One Chromium, started as root and offline; helpers that both browser tests share.
import { chromium } from 'playwright-core'

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
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
