// Keeps a progress bar up to date while a job runs, by asking once a second.

const POLL_MS = 1000;
// A listener by ear must be able to finish a sentence before the next one.
const SPEAK_MS = 5000;
const FAILURES_MAX = 10;
const FINISHED = new Set(["done", "failed", "cancelled"]);

export function followProgress(region) {
  const bar = region.querySelector("progress");
  const text = region.querySelector("[data-progress-text]");
  const refresh = region.querySelector("[data-progress-refresh]");
  const result = region.querySelector("[data-progress-result]");
  const title = document.title;
  let spokenAt = 0;
  let failures = 0;

  function show(job) {
    const total = Math.max(Number(job.total) || 0, 1);
    bar.max = total;
    bar.value = Math.min(Number(job.done) || 0, total);
    const percent = Math.floor((100 * bar.value) / total);
    bar.textContent = `${percent}%`;
    const finished = FINISHED.has(job.state);
    document.title = finished ? title : `${percent}% – ${title}`;
    if (finished || Date.now() - spokenAt >= SPEAK_MS) {
      text.textContent = job.text;
      spokenAt = Date.now();
    }
    if (finished) finish(job);
  }

  function finish(job) {
    if (refresh) refresh.hidden = true;
    if (!job.href) return;
    const link = result.querySelector("a");
    link.href = job.href;
    result.hidden = false;
  }

  async function poll() {
    try {
      const answer = await fetch(region.dataset.progress, {
        headers: { Accept: "application/json" },
        cache: "no-store",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const job = await answer.json();
      failures = 0;
      show(job);
      if (FINISHED.has(job.state)) return;
    } catch {
      failures += 1;
    }
    if (failures < FAILURES_MAX) window.setTimeout(poll, POLL_MS);
  }

  if (refresh) poll();
}
