// The pictures as a browser draws them, with its own font: no words outside the picture, none over
// others, and all to be seen in the two colours of a forced palette.
import { becomes, check, finish, launch } from './browser.mjs'

const [base] = process.argv.slice(2)
const pages = [['hwb-secretariat', '/circulations'], ['', '/boards/map'], ['hwb-secretariat', '/planner'],
  ['leader-county', '/requests'], ['', '/forward-plan']]

const chrome = await launch()
let looked = 0

async function opened(person, path, options) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await becomes(page, base, person)
  await page.goto(base + path)
  if (path === '/circulations') await page.click('table a[href^="/circulations/"]')
  await page.waitForSelector('.sm-fig__svg')
  return page
}

for (const [person, path] of pages) {
  const page = await opened(person, path, {})
  const found = await page.evaluate(() => {
    const svg = document.querySelector('.sm-fig__svg')
    const { width, height } = svg.viewBox.baseVal
    const texts = [...svg.querySelectorAll('text')].map(text => ({ words: text.textContent, box: text.getBBox() }))
    const outside = texts.filter(({ box }) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
    const over = []
    // The box of a text has room for letters that it may not have: a quarter of it above and below.
    const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width &&
      a.y + a.height / 4 < b.y + 3 * b.height / 4 && b.y + b.height / 4 < a.y + 3 * a.height / 4
    texts.forEach((a, i) => texts.slice(i + 1).forEach(b => { if (meet(a.box, b.box)) over.push(`${a.words} / ${b.words}`) }))
    return { count: texts.length, outside: outside.map(text => text.words), over, focusable: svg.querySelectorAll('a:not([tabindex="-1"])').length }
  })
  check(found.count > 3, `${path}: the picture has ${found.count} words`)
  check(found.outside.length === 0, `${path}: outside the picture: ${found.outside.slice(0, 3).join(', ')}`)
  check(found.over.length === 0, `${path}: over each other: ${found.over.slice(0, 3).join(', ')}`)
  check(found.focusable === 0, `${path}: ${found.focusable} links of the hidden picture take the focus`)
  await page.context().close()

  const forced = await opened(person, path, { forcedColors: 'active', colorScheme: 'dark' })
  const hidden = await forced.evaluate(() => {
    const svg = document.querySelector('.sm-fig__svg')
    const ground = getComputedStyle(svg.querySelector('rect')).fill
    return [...svg.querySelectorAll('text')].filter(text => getComputedStyle(text).fill === ground).length
  })
  check(hidden === 0, `${path}: ${hidden} words cannot be seen in forced colours`)
  await forced.context().close()
  looked += 5
}
await chrome.close()
finish('figures', looked)
