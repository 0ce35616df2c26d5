import { writeFileSync } from 'node:fs';
import { launchBrowser } from '/work/main/tools/browser.ts';
import { startSightline } from '/work/main/tools/sightline.ts';
import { Person } from '/work/main/tools/person.ts';
const [s, browser] = await Promise.all([startSightline({ sample: false }), launchBrowser()]);
try {
  const P = 'a harbour keeps its lights on';
  const c = (name: string) => ({ name, email: `${name.toLowerCase().replace(' ', '.')}@harbour.example` });
  const [ada, carla, sam] = ['Ada Root', 'Carla Ito', 'Sam Wilde'].map(c);
  const { links } = await new Person(s.url, 'a').does<any>('POST', '/set-up', { organisation: { name: 'H', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' }, administrator: { ...ada, password: P }, cioOffice: carla, board: { name: 'Board', secretary: sam, constituencies: [['business', 'Business', false, 'Ruth Amsel'], ['data', 'Data', false, 'Ines Moreau'], ['security', 'Security', false, 'Petra Novak'], ['it', 'IT', true, 'Tom Becker']].map(([key, name, isIt, h]) => ({ key, name, isIt, seats: [c(h as string)] })) } });
  for (const { name, link } of links) await new Person(s.url, name).does('POST', '/auth/activate', { token: new URL(link, s.url).hash.slice(1), password: P });
  const cio = new Person(s.url, 'carla'); await cio.does('POST', '/auth/login', { email: carla.email, password: P });
  await cio.does('POST', '/systems', { name: 'Order Hub' });
  await cio.does('POST', '/strategy/versions');
  const big = process.argv[2] === 'big';
  const para = 'Every order moves once, from its source, and nobody asks for it **twice**; who needs it reads the [record](/data/DD-01) where it is kept.\n\n';
  const body = big ? Object.fromEntries(['purpose', 'alignment', 'capabilitiesNarrative', 'governance', 'dataGovernance', 'resilience', 'successMetrics'].map((k) => [k, para.repeat(700).slice(0, 99_000).trim()])) : { purpose: 'Whoever ships with us knows where their load is.\n\n### Why now\n\n- Partners ask daily\n- Copies disagree\n\n> A load is known or it is late.\n\n<b>raw</b> HTML', resilience: 'Nothing goes live that cannot be rolled back.' };
  await cio.send('PATCH', '/strategy/versions/1', body, 1);
  const ctx = await browser.newContext({ baseURL: s.url, viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await ctx.newPage();
  page.on('console', m => { if (m.type() === 'error') console.log('CONSOLE', m.text()); });
  page.setDefaultTimeout(60000);
  await page.goto('/sign-in'); await page.getByLabel('E-mail address').fill(carla.email); await page.getByLabel('Password').fill(P); await page.getByRole('button', { name: 'Sign in' }).click(); await page.getByRole('button', { name: /Account menu/ }).waitFor();
  const t0 = Date.now();
  await page.goto(`/strategy/versions/1/edit`);
  await page.getByRole('textbox', { name: 'Purpose: text' }).waitFor(); console.log('first editor', Date.now() - t0);
  await page.getByRole('textbox', { name: 'Success metrics: text' }).waitFor(); console.log('all editors', Date.now() - t0);
  const box = page.getByRole('textbox', { name: 'Resilience: text' });
  if (big) {
    await box.click(); await page.keyboard.press('Control+Home');
    const times = await box.evaluate(async (el) => {
      const ed = (el as any).editor; const out: number[] = [];
      for (let i = 0; i < 60; i++) { const a = performance.now(); ed.view.dispatch(ed.state.tr.insertText('x')); await new Promise((r) => requestAnimationFrame(() => setTimeout(r))); out.push(performance.now() - a); await new Promise((r) => setTimeout(r, 120)); }
      return out.sort((a, b) => a - b);
    });
    console.log('typing ms median', times[30]?.toFixed(1), 'p95', times[57]?.toFixed(1), 'max', times[59]?.toFixed(1));
    const long = await box.evaluate(async (el) => { const seen: number[] = []; const o = new PerformanceObserver((l) => l.getEntries().forEach((e) => seen.push(e.duration))); o.observe({ entryTypes: ['longtask'] }); ((ed) => ed.view.dispatch(ed.state.tr.insertText('done')))((el as any).editor); await new Promise((r) => setTimeout(r, 5000)); return seen; });
    console.log('long tasks after last key', long);
  } else {
    const shot = async (name: string) => { await page.waitForTimeout(400); writeFileSync(`/tmp/g2/${name}.png`, await page.screenshot()); };
    await shot('top');
    await box.click(); await page.keyboard.press('Control+End'); await page.keyboard.press('Enter');
    await page.keyboard.type('The Order Hub goes live in March 2027, with six developers.'); await page.keyboard.press('Enter');
    await page.getByRole('toolbar', { name: /Resilience/ }).getByRole('button', { name: 'Insert a table' }).click();
    await page.keyboard.type('Kind'); await page.keyboard.press('Tab'); await page.keyboard.type('Rule');
    await page.waitForTimeout(2500);
    const look = () => box.evaluate((el) => el.scrollIntoView({ block: 'center' }));
    await look(); await shot('light');
    await page.emulateMedia({ colorScheme: 'dark' }); await look(); await shot('dark');
    await page.emulateMedia({ colorScheme: 'light' }); await page.setViewportSize({ width: 390, height: 844 }); await look(); await shot('phone');
  }
} finally { await browser.close(); await s.stop(); }
