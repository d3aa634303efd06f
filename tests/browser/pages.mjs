// Follows every link from the front page and the to-do list, as each kind of person, one page of
// each kind, and holds it to the rules: axe, titles, no script or style refused by the policy, no
// sideways scrolling on a phone, valid HTML.
import { axe_findings, becomes, check, finish, launch } from './browser.mjs'

const { HtmlValidate, FileSystemConfigLoader } = await import('html-validate')
const [base] = process.argv.slice(2)
const people = ['', 'hwb-secretariat', 'leader-county', 'oscb-chair', 'healthwatch', 'assistant-chief-executive']
// axe cannot decide these itself; each was looked at.
const explained = new Map([
  ['color-contrast', 'text over a scrolled part of a wide table, which axe cannot see'],
])
const per_kind = 2 // pages of one address pattern, for each person
const validate = new HtmlValidate(new FileSystemConfigLoader())

// "/meetings/abc123def456" and "/boards/hwb" are one kind each.
function kind_of(path) {
  return path.split('?')[0].split('/').map((part, index) => {
    if (index === 2 && path.startsWith('/boards/') && part !== 'map') return '{board}'
    if (index === 2 && path.startsWith('/people/') && part !== 'new' && part !== 'seats') return '{person}'
    return /^[a-z][a-z0-9]{11}$/.test(part) || /^\d/.test(part) ? '{id}' : part
  }).join('/')
}

async function inspect(page, path, person) {
  const name = `${path} as ${person || 'the public'}`
  const answer = await page.goto(base + path)
  check(answer.status() === 200, `${name} answers ${answer.status()}`)
  if (answer.status() !== 200) return
  const html = await answer.text()
  check(/ – Shiremoot$|^Shiremoot$/.test(await page.title()), `${name} has the title "${await page.title()}"`)
  const report = await validate.validateString(html, 'page.html')
  for (const result of report.results) {
    for (const m of result.messages.slice(0, 3)) check(false, `${name} HTML ${m.line}: ${m.message} (${m.ruleId})`)
  }
  const findings = await axe_findings(page)
  for (const v of findings.violations) {
    check(false, `${name} axe ${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')}`)
  }
  for (const i of findings.incomplete) check(explained.has(i.id), `${name} axe could not decide ${i.id}`)
  await page.setViewportSize({ width: 360, height: 740 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  check(wide <= 0, `${name} is ${wide} px too wide for a phone`)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const chrome = await launch()
let visited = 0
for (const person of people) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  page.on('console', message => {
    if (/Content Security Policy|TrustedHTML/.test(message.text())) check(false, `${page.url()}: ${message.text()}`)
  })
  await becomes(page, base, person)
  const queue = person === '' ? ['/'] : ['/home', '/']
  const seen = new Map()
  const queued = new Set(queue)
  while (queue.length > 0) {
    const path = queue.shift()
    const kind = kind_of(path)
    if ((seen.get(kind) || 0) >= per_kind) continue
    seen.set(kind, (seen.get(kind) || 0) + 1)
    await inspect(page, path, person)
    visited += 1
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href^="/"]')].map(a => a.getAttribute('href')))
    for (const link of links) {
      const target = link.split('#')[0]
      if (queued.has(target) || /\.(json|ics|csv|pdf|svg)(\?|$)|\/(html|source|calendar|pack)$/.test(target)) continue
      queued.add(target)
      queue.push(target)
    }
  }
  console.log(`${person || 'the public'}: ${[...seen.keys()].length} kinds of page`)
  await context.close()
}
await chrome.close()
finish('pages', visited)
