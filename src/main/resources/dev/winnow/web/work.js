// Shows a running job: a progress bar with text, and a button to stop it.
import { job } from "./api.js";
import { button, count, el, fill, number, say } from "./dom.js";

/**
 * Starts a job (`start` returns its id) and shows its progress in an element, which is emptied at the end.
 * Returns the result. Throws an AbortError if the user or `signal` stops the job.
 */
export async function work(box, doing, start, signal, unit = "page") {
  const stop = new AbortController();
  signal?.addEventListener("abort", () => stop.abort(), { once: true });
  const bar = el("progress", { "aria-label": doing });
  const words = el("span", { class: "quiet" }, `${doing} …`);
  fill(box, el("div", { class: "work", "data-test": "progress" }, bar, words, button("Stop", () => stop.abort(), { class: "plain", "data-test": "stop" })));
  say(`${doing} …`);
  let told = Date.now();
  try {
    const result = await job(await start(stop.signal), (done, total) => {
      if (total > 0) {
        bar.max = total;
        bar.value = done;
      }
      words.textContent = total > 0 ? `${doing}: ${number(done)} of ${count(total, unit)}` : `${doing} …`;
      if (Date.now() - told > 5000) {
        told = Date.now();
        say(words.textContent);
      }
    }, stop.signal);
    say(`${doing}: done.`);
    fill(box);
    return result;
  } catch (error) {
    fill(box, error.name === "AbortError" ? el("p", { class: "quiet" }, "Stopped.") : el("p", { class: "problem", role: "alert" }, error.message));
    throw error;
  }
}
