// One round by hand, as the people of the county would click it; the second argument says whether
// the pages' scripts run ("scripts") or not ("no-scripts"). The outcome must be the same.
import { becomes, check, finish, launch } from './browser.mjs'

const [base, mode] = process.argv.slice(2)
const chrome = await launch()
const context = await chrome.newContext({ javaScriptEnabled: mode !== 'no-scripts', viewport: { width: 390, height: 844 } })
const page = await context.newPage()
let steps = 0
const step = (truth, words) => { steps += 1; check(truth, `${mode}: ${words}`) }
const text = async () => page.textContent('main')
// By where the form posts: what a button is called is for the words of the pages.
const send = async action => {
  await page.locator(`main form[action="${action}"] button`).first().click()
  await page.waitForLoadState()
}
const fill_date = async (name, day, month, year) => {
  await page.fill(`#${name}-day`, String(day))
  await page.fill(`#${name}-month`, String(month))
  await page.fill(`#${name}-year`, String(year))
}
const title = `Housing for care leavers (${mode})`

// Sign-in by code: asked for, read in the mailbox, typed in.
await page.goto(base + '/demo/outbox')
await page.goto(base + '/sign-in')
await page.fill('#email', 'oscb-chair@example.org')
await send('/sign-in')
step(await page.locator('#code').count() === 1, 'a code is on its way')
let code = null
for (let tries = 0; tries < 50 && !code; tries += 1) {
  const reader = await context.newPage()
  await reader.goto(base + '/demo/outbox')
  const link = reader.getByRole('link', { name: 'Your Shiremoot sign-in code' }).first()
  if (await link.count()) {
    await link.click()
    code = /code\s+(\d{3} \d{3})/.exec(await reader.textContent('main'))?.[1]
  }
  await reader.close()
}
await page.fill('#code', code || '')
await send('/sign-in/code')
step(page.url().endsWith('/home'), 'the code signs in')

// A form sent empty comes back with what is wrong, and keeps what was typed.
await page.goto(base + '/requests/new')
await page.fill('#title', title)
await send('/requests/new')
step((await page.title()).startsWith('Error: '), 'an unfinished form says so in its title')
step(await page.inputValue('#title') === title, 'it keeps the title')

await page.selectOption('#to_board', 'HWB')
await page.check('input[name=kind][value=agenda_item]')
await page.check('input[name=purpose][value=discuss]')
await page.check('input[name=response][value=comment]')
await page.fill('#details', 'The number of young people without a settled home has risen.')
await fill_date('consider_by', 7, 12, 2018)
await fill_date('answer_by', 21, 3, 2019)
await send('/requests/new')
step(/\/requests\/[a-z0-9]+/.test(page.url()), 'the request is sent')
const request = page.url().split('?')[0]

await becomes(page, base, 'leader-county')
step((await text()).includes(title), 'the chair who was asked finds it in the to-do list')
await page.goto(request)
await page.locator('details:has(form[action$="/accept"]) summary').first().click()
const form = page.locator('form[action$="/accept"]')
await form.locator('select[name=meeting]').selectOption({ index: 1 })
await form.getByRole('button').first().click()
await page.waitForLoadState()
step(page.url().startsWith(request) && await form.count() === 0, 'the request is accepted')

await becomes(page, base, 'growth-secretariat')
const stranger = await page.goto(request)
step(stranger.status() === 404, 'another board is told that there is no such page')

await becomes(page, base, '')
const front = await page.goto(base + '/meetings')
step(front.status() === 200 && !(await text()).includes(title), 'the public sees no request')
await chrome.close()
finish(`story, ${mode}`, steps)
