// Sends requests to the server. URLs are relative: they begin with a token that only this page knows.

/** An answer that is an error; `body` may hold more than the message. */
export class Refusal extends Error {
  constructor(status, body) {
    super(sentence(body.error ?? `The server answered with the status ${status}.`));
    this.status = status;
    this.body = body;
  }
}

/** Makes a sentence of a message of the command line. */
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?…]$/.test(text) ? "" : ".");

async function call(method, path, query, body, signal) {
  const address = query ? `api/${path}?${new URLSearchParams(query)}` : `api/${path}`;
  const raw = body instanceof Blob;
  const headers = body === undefined ? {} : { "Content-Type": raw ? "application/octet-stream" : "application/json" };
  let answer;
  try {
    answer = await fetch(address, { method, headers, body: raw ? body : JSON.stringify(body), signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, { error: "Winnow does not answer. Is “winnow serve” still running?" });
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(answer.status, json);
  return json;
}

export const get = (path, query, signal) => call("GET", path, query, undefined, signal);
export const post = (path, body, signal) => call("POST", path, null, body, signal);
export const upload = (file) => call("POST", "upload", { name: file.name }, file);

const wait = (time, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, time);
  signal?.addEventListener("abort", () => {
    clearTimeout(timer);
    reject(signal.reason);
  }, { once: true });
});

/** Waits for a job and returns its result. Aborting also stops the job on the server. */
export async function job(id, progress, signal) {
  try {
    for (;;) {
      const now = await get("job", { id }, signal);
      if (now.state === "done") return now.result;
      if (now.state === "cancelled") throw new DOMException("stopped", "AbortError");
      if (now.state === "failed") throw new Refusal(500, { error: now.error ?? "The job failed." });
      progress(now.done, now.total);
      await wait(300, signal);
    }
  } catch (error) {
    if (error.name === "AbortError") call("DELETE", "job", { id }).catch(() => {});
    throw error;
  }
}
