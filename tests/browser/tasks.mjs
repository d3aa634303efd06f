// The eight most frequent tasks, done as their people do them, on a phone where they would, and
// counted in activations: links (that in a letter too), buttons, choices and file choosers; typing is
// not counted. A task that takes more than its limit fails.
// usage: tasks.mjs BASE
import { becomes, check, finish, launch } from './browser.mjs'

const [base] = process.argv.slice(2)
const chrome = await launch()
const context = await chrome.newContext({ viewport: { width: 390, height: 844 } })
const page = await context.newPage()
let activations = 0
const results = []

const act = async what => { activations += 1; await what(); await page.waitForLoadState() }
const main = () => page.locator('main')
// By where they lead: what buttons and links are called is for the words of the pages.
const send = form => act(() => main().locator(`${form} button`).first().click())
const link = address => main().locator(`a${address}`)
const follow = address => act(() => link(address).first().click())
const choose = selector => act(() => page.check(selector))
const pick = (selector, option) => act(() => page.selectOption(selector, option))
const text = async () => page.textContent('main')
// A task that begins in a letter begins with the click on its link.
async function begin(person, path, clicked = 0) {
  if (person !== null) await becomes(page, base, person)
  await page.goto(base + path)
  activations = clicked
}
function done(task, limit, truth) {
  results.push({ task, activations, limit })
  check(truth, `${task}: it is done`)
  check(activations <= limit, `${task} takes ${activations} activations, at most ${limit}`)
}

// The newest letter whose subject begins so, as its person opens it; the first address in it.
async function letter_to(subject, address) {
  const reader = await context.newPage()
  let found = null
  for (let tries = 0; tries < 300 && !found; tries += 1) {
    await reader.goto(base + '/demo/outbox')
    const links = await reader.$$eval('a[href^="/demo/outbox/"]',
      list => list.map(a => [a.textContent.trim(), a.getAttribute('href')]))
    for (const [words, href] of links.filter(([words]) => subject.test(words))) {
      const html = await (await reader.request.get(`${base}${href}/html`)).text()
      const match = address.exec(html)
      if (match) { found = { href: match[0].replace(/&amp;/g, '&'), words }; break }
    }
  }
  await reader.close()
  check(found, `there is a letter "${subject}" with ${address}`)
  return found
}
// The bytes of a paper of the demonstration, to hand in again under another name.
async function some_paper() {
  await becomes(page, base, '')
  await page.goto(base + '/meetings?board=hwb&from=2018-11-15&to=2018-11-15')
  await page.locator('main a[href^="/meetings/"]', { hasText: /November/ }).first().click()
  const href = await page.locator('main a[href^="/papers/"]').first().getAttribute('href')
  return (await page.request.get(base + href)).body()
}
const path_of = href => href.replace(/^https?:\/\/[^/]+/, '')

// Meetings of our own, so that the story of the demonstration stays as it was told: one in December,
// and one soon, whose paper nobody has sent.
async function add_meeting(day, month) {
  await page.goto(base + '/meetings/new?board=hwb')
  for (const [part, value] of [['day', day], ['month', month], ['year', '2018']]) await page.fill(`#date-${part}`, value)
  await page.check('input[name=event][value=call]')
  await page.check('input[name=held_in][value=public]')
  await main().getByRole('button').first().click()
  await page.waitForLoadState()
  return page.url().match(/\/meetings\/([a-z0-9]+)/)?.[1]
}
async function add_item(id, title) {
  await page.goto(`${base}/meetings/${id}/agenda/new`)
  await page.fill('#title', title)
  await page.check('input[name=visibility][value=public]')
  await page.check('input[name=paper][value=expected]')
  await page.selectOption('#owner', 'healthwatch')
  await main().getByRole('button').first().click()
  await page.waitForLoadState()
}
await becomes(page, base, 'hwb-secretariat')
const meeting = await add_meeting(process.argv[3] || '18', '12')
check(meeting, `a meeting is made: ${page.url()}`)
await add_item(meeting, 'Winter plan')
await add_item(await add_meeting('20', '11'), 'Workforce report')

// 2. A member replies to the invitation, without signing in.
const invitation = await letter_to(/^Invitation: Tuesday 18 December/, /https?:[^"]*\/r\/[^"]*answer=in_person/)
await begin('', path_of(invitation.href), 1)
await send('form[action^="/r/"]')
done('a member replies to an invitation', 2, await page.isChecked('input[name=attendance][value=in_person]'))

// 3. The author hands in the paper that was asked for.
const wanted = await letter_to(/^Report due .*Winter plan/, /https?:[^"]*\/items\/[a-z0-9]+\/papers/)
const file = { name: 'winter.pdf', mimeType: 'application/pdf', buffer: await some_paper() }
await begin('healthwatch', path_of(wanted.href), 1)
await act(() => page.setInputFiles('input[type=file]', file))
await send('form[action$="/papers"]')
done('an author hands in a paper', 3, (await text()).includes('winter.pdf') || (await text()).includes('Winter plan'))

// 4. The secretary puts one paper on an agenda.
await begin('hwb-secretariat', `/meetings/${meeting}/agenda`)
await follow('[href$="/papers"]')
await act(() => page.setInputFiles('input[type=file]', file))
await send('form[action$="/papers"]')
done('a secretary puts one paper on the agenda', 3, page.url().includes('done=uploaded'))

// 5. The secretary issues the pack: builds it, looks at who gets it, sends it.
await page.goto(`${base}/meetings/${meeting}/publish`)
await main().getByRole('button').first().click()
await page.waitForLoadState()
await begin(null, `/meetings/${meeting}/pack`)
await send('form:has(input[name=audience][value=members])')
for (let tries = 0; tries < 1000 && !(await link('[href$="/send"]').count()); tries += 1) {
  await page.reload()
}
await follow('[href$="/send"]')
await send('form[action$="/send"]')
done('a secretary issues the pack', 3, page.url().includes('done=queued'))

// 1. A member opens the paper of one item from the letter.
const papers = await letter_to(/^Agenda pack: .*18 December/, /https?:[^"]*\/meetings\/[a-z0-9]+(?=")/)
await begin('healthwatch', path_of(papers.href), 1)
const paper = await page.locator('main a[href^="/papers/"]').first().getAttribute('href')
activations += 1
const answer = await page.request.get(base + paper)
done('a member opens the paper of an item', 2, answer.ok() && (await answer.body()).subarray(0, 5).toString() === '%PDF-')

// 6. The secretary chases all late papers.
await begin(null, '/')
await becomes(page, base, 'hwb-secretariat')
await page.goto(base + '/home')
activations = 0
if (await link('[href="/papers/chase"]').count()) {
  await follow('[href="/papers/chase"]')
  await send('form[action="/papers/chase"]')
  done('a secretary chases all late papers', 3, /done=(queued|chased-today)/.test(page.url()))
} else {
  check(false, 'the demonstration has a late paper to chase')
}

// 7. A chair asks for an item on another board's agenda.
await begin('oscb-chair', `/meetings/${meeting}`)
await follow('[href^="/requests/new"]')
await page.fill('#title', 'Children who go missing')
await page.fill('#details', 'What the boards do when a child goes missing.')
for (const [name, day] of [['consider_by', ['5', '12', '2018']], ['answer_by', ['21', '3', '2019']]]) {
  await page.fill(`#${name}-day`, day[0])
  await page.fill(`#${name}-month`, day[1])
  await page.fill(`#${name}-year`, day[2])
}
await choose('input[name=purpose][value=discuss]')
await choose('input[name=response][value=comment]')
await send('form[action="/requests/new"]')
done('a chair asks for an item on another agenda', 4, /\/requests\/[a-z0-9]+\?done=sent/.test(page.url()))

// 8. Anybody finds the next agenda of a board.
await begin('', '/')
await act(() => page.locator('main a[href^="/meetings/"]', { hasText: /Health and Wellbeing|2018|2019/ }).first().click())
done('anybody finds the next agenda', 2, /\/meetings\/[a-z0-9]+/.test(page.url()))

for (const { task, activations: count, limit } of results) console.log(`${task}: ${count} activations (limit ${limit})`)
await chrome.close()
finish('tasks', results.length * 2)
