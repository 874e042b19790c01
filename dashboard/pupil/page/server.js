/* Requests to the server, and how long to wait after one that failed. */

const REQUEST_LIMIT = 15000; // ms; a text of 100 KB takes as long on a very slow network

/* Ask `api/class/` + `path`. Returns `status`, 0 if no answer came, `body`, the decoded JSON or null,
 * and `title`, the sentence of a problem. Whoever gives `limit`, an AbortController, can end it. */
async function ask(path, { token, method = "GET", body, limit = new AbortController() } = {}) {
  const timer = setTimeout(() => limit.abort(), REQUEST_LIMIT);
  const headers = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(`api/class/${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal: limit.signal,
    });
    const text = await answer.text();
    let data = null;
    try {
      data = text ? JSON.parse(text) : null;
    } catch {
      // A proxy's page in the place of an answer.
      if (answer.ok) return { status: 0, body: null, title: "" };
    }
    const title = typeof data?.title === "string" ? data.title : "";
    return { status: answer.status, body: data, title };
  } catch {
    return { status: 0, body: null, title: "" };
  } finally {
    clearTimeout(timer);
  }
}

/* Whether to ask again later: no connection, or a server that is busy or starting. */
function passing(status) {
  return status === 0 || status >= 500 || [408, 425, 429].includes(status);
}

/* Milliseconds to wait after `failures` in a row: up to 5 s, and not all devices at once. */
function patience(failures) {
  return Math.min(5000, 500 * 2 ** Math.min(failures, 8)) * (0.75 + Math.random() / 2);
}
