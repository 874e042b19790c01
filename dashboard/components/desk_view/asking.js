/* How the desk asks the server: JSON over the routes under api/desk/, with the session's token. */

/* Why the server did not do as asked: `status` is 0 where it could not be reached at all. `said` is
 * the problem document, whose `title` is a sentence for people and whose `kind` one goes by. */
class DeskProblem extends Error {
  constructor(status, said) {
    super(said.title ?? "The server did not say why.");
    this.status = status;
    this.kind = said.kind ?? "";
    this.said = said;
  }

  /* Whether the same request may be granted later. */
  get mayPass() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const ASK_LIMIT = 20000; // ms; the server holds an answer back for 8 s at most

/* Return `get(path)`, `post(path, body)` and `use(token)`; `base` is the folder below which the server's addresses
 * are, `ended` a signal after which nothing is asked any more. */
function createAsking(base, ended) {
  let token = "";

  async function ask(method, path, body) {
    const headers = { Authorization: `Bearer ${token}` };
    if (body) headers["Content-Type"] = "application/json";
    let answer;
    try {
      answer = await fetch(`${base}/api/desk/${path}`, {
        method,
        headers,
        body: body ? JSON.stringify(body) : undefined,
        cache: "no-store",
        signal: AbortSignal.any([ended, AbortSignal.timeout(ASK_LIMIT)]),
      });
      if (answer.status === 204) return null;
    } catch {
      throw new DeskProblem(0, { title: "The server cannot be reached.", kind: "no-connection" });
    }
    let said = null;
    try {
      said = await answer.json();
    } catch {
      said = null; // cut off on its way, or a proxy's page in place of the server's answer
    }
    if (answer.ok && said) return said;
    throw new DeskProblem(answer.ok ? 0 : answer.status, said ?? {});
  }

  return {
    get: (path) => ask("GET", path),
    post: (path, body) => ask("POST", path, body),
    use(next) {
      token = next;
    },
  };
}

/* A name for something that is sent until it is confirmed: sent twice, it is kept once. */
function requestName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* A place in this tab's storage that outlives a reload; without storage it lasts as long as the page. */
function keptInTab(name) {
  let held = [];
  return {
    read() {
      try {
        const found = JSON.parse(sessionStorage.getItem(name) ?? "[]");
        return Array.isArray(found) ? found : [];
      } catch {
        return held; // the storage is blocked, or somebody else wrote into it
      }
    },
    write(list) {
      held = list;
      try {
        sessionStorage.setItem(name, JSON.stringify(list));
      } catch {
        // Full or blocked: what is unsent stays in memory, and leaving the page warns.
      }
    },
  };
}
