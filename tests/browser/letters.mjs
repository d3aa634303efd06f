// Holds the HTML part of letters to the rules of the pages: axe, a title, and no sideways scrolling
// on a phone. Takes one of each shape in the demonstration's mailbox, and all .html files of a folder.
// usage: letters.mjs BASE [FOLDER]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { axe_findings, check, finish, launch } from './browser.mjs'

const [base, folder] = process.argv.slice(2)
// A mail reader shows a letter inside its own page, which has the landmarks.
const not_of_letters = ['region', 'landmark-one-main']

// Two letters with the same elements and styles in the same order are one shape: one is enough.
function shape_of(html) {
  return (html.match(/<[^>]+>/g) || []).map(tag => tag.replace(/ href="[^"]*"/, '')).join('')
}

async function letters_of_the_demonstration(page) {
  await page.goto(base + '/demo/outbox')
  const paths = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="/demo/outbox/"]')].map(a => a.getAttribute('href')))
  const letters = []
  for (const path of paths) {
    const answer = await page.request.get(`${base}${path}/html`)
    check(answer.ok(), `${path}/html answers ${answer.status()}`)
    letters.push({ name: path, html: await answer.text() })
  }
  return letters
}

function letters_in(directory) {
  if (!directory) return []
  return readdirSync(directory).filter(name => name.endsWith('.html')).sort()
    .map(name => ({ name, html: readFileSync(join(directory, name), 'utf8') }))
}

async function inspect(page, letter) {
  await page.setViewportSize({ width: 800, height: 900 })
  await page.setContent(letter.html)
  const name = `${letter.name} "${await page.title()}"`
  check((await page.title()).length > 0, `${name} has a title`)
  const findings = await axe_findings(page, not_of_letters)
  for (const v of findings.violations) {
    check(false, `${name} axe ${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')}`)
  }
  for (const i of findings.incomplete) check(false, `${name} axe could not decide ${i.id}`)
  await page.setViewportSize({ width: 360, height: 740 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  check(wide <= 0, `${name} is ${wide} px too wide for a phone`)
}

const chrome = await launch()
const context = await chrome.newContext()
const sent = await letters_of_the_demonstration(await context.newPage())
const shapes = new Map(sent.map(letter => [shape_of(letter.html), letter]))
const more = letters_in(folder)
// A page without an address, so that the pages' policy does not hold for the letters put into it.
const page = await context.newPage()
for (const letter of [...shapes.values(), ...more]) await inspect(page, letter)
await chrome.close()
console.log(`letters: ${sent.length} sent, of ${shapes.size} shapes; ${more.length} more`)
finish('letters', shapes.size + more.length)
