/* What is read from the server: the queue in parts, ahead of the editor; articles' texts, histories and
 * notes; and what changes at the desk meanwhile. */

const QUEUE_PART = 100; // flags asked for at a time
const AHEAD = 30; // open flags that are there before the next part is asked for
const TEXTS_AHEAD = 3; // articles of the next flags whose text is fetched
const TEXTS_HELD = 24;
const TRY_AGAIN = 3000; // ms after which something that could not be read is asked for again

const NOTHING_YET = { beyond: 0, held: 0, heldBack: false, complete: false, loaded: false };

const isOpen = (flag) => (flag?.state ?? "open") === "open";

/* `hear` has `changed()`, to draw anew; `news(flag, before)`, called with each flag that was decided on
 * elsewhere; `trouble(problem)`, null once the server answers again. */
function createLoading(asking, flags, filters, ended, hear) {
  const articles = new Map(); // number → article, without its text
  const texts = new Map(); // number → article with text and flags, or a promise of it
  const histories = new Map(); // flag → { seq, decisions }
  const notes = new Map(); // article → its notes
  let counts = NOTHING_YET;
  let turn = 0; // of the queue: what an earlier filter asked for is not wanted any more
  let asked = null; // the part that is on its way
  let version = null;
  let pump = 0;

  const blind = () => filters.get().state === SECOND;
  const fails = (problem) => {
    if (!(problem instanceof DeskProblem)) throw problem;
    if (!ended.aborted) hear.trouble(problem);
  };

  async function part(offset) {
    const of = turn;
    const path = queuePath(filters.get(), { heldBack: counts.heldBack, offset, most: QUEUE_PART });
    const said = await asking.get(path);
    if (of !== turn) return;
    hear.trouble(null);
    version ??= said.version;
    for (const flag of said.flags) flags.learn(flag);
    filters.learn(said.flags);
    const fresh = flags.add(said.flags);
    const complete = offset + said.flags.length >= said.total || (offset > 0 && !fresh);
    counts = {
      ...counts,
      // What was confirmed while this was on its way is in the server's total, and not in what is known.
      beyond: complete ? 0 : Math.max(0, said.total - known()),
      held: said.held_back,
      loaded: true,
      complete,
    };
    hear.changed();
  }
  /* How many of the server's queue are known: what was decided has left it, if it has open ones. */
  function known() {
    const order = flags.order();
    return goesAway() ? order.filter((one) => isOpen(flags.told(one))).length : order.length;
  }
  const goesAway = () => ["open", SECOND].includes(filters.get().state);

  /* Ask for the next part of the queue, if only so many are `left` of what is known. */
  function more(left) {
    if (asked || counts.complete || (counts.loaded && left > AHEAD)) return;
    // From a little earlier, as others decide meanwhile, and the next ones move up.
    asked = part(counts.loaded ? Math.max(0, known() - 5) : 0)
      .catch((problem) => {
        fails(problem);
        return new Promise((done) => setTimeout(done, TRY_AGAIN));
      })
      .finally(() => {
        asked = null;
        if (!ended.aborted) hear.changed();
      });
  }

  function text(number) {
    const known = texts.get(number);
    if (known) {
      texts.delete(number);
      texts.set(number, known);
      return known instanceof Promise ? null : known;
    }
    const coming = asking
      .get(`articles/${number}`)
      .then((article) => {
        texts.set(number, article);
        articles.set(number, { ...articles.get(number), ...article, text: "" });
        if (!blind()) for (const flag of article.flags) flags.learn(flag);
        while (texts.size > TEXTS_HELD) texts.delete(texts.keys().next().value);
        hear.changed();
      })
      .catch((problem) => {
        setTimeout(() => texts.delete(number), TRY_AGAIN);
        fails(problem);
      });
    texts.set(number, coming);
    return null;
  }

  async function catalogue() {
    try {
      const said = await asking.get("articles");
      version ??= said.version;
      const there = new Set(said.articles.map(({ id }) => id));
      const gone = [...articles.keys()].filter((number) => !there.has(number));
      flags.drop((flag) => gone.includes(flag.article));
      articles.clear();
      for (const article of said.articles) articles.set(article.id, article);
      filters.articlesAre(articles);
      hear.changed();
    } catch (problem) {
      fails(problem);
    }
  }

  /* What changes at the desk, as long as the page is open. */
  async function watch() {
    while (!ended.aborted) {
      try {
        if (version === null) await new Promise((done) => setTimeout(done, 300));
        else await look();
      } catch (problem) {
        fails(problem);
        await new Promise((done) => setTimeout(done, TRY_AGAIN));
      }
    }
  }
  async function look() {
    const news = await asking.get(`changes?since=${version}&wait=8`);
    if (ended.aborted) return;
    hear.trouble(null);
    if (!news) return;
    version = news.version;
    for (const flag of news.flags) {
      // In a blind reading nothing is learned of what others decide.
      if (blind() || !flags.get(flag.id)) continue;
      const before = flags.get(flag.id);
      flags.learn(flag);
      hear.news(flag, before);
    }
    // Articles came or went, or another fit of the house is used.
    if (!news.flags.length || news.more) anew();
    hear.changed();
  }
  /* What the server may have besides what is known is asked for again, and added at the end. */
  function anew() {
    clearTimeout(pump);
    pump = setTimeout(() => {
      if (ended.aborted) return;
      counts = { ...counts, loaded: false, complete: false };
      notes.clear();
      catalogue();
      hear.changed();
    }, 500);
  }

  return {
    articles,
    counts: () => counts,
    goesAway,
    text,
    more,
    blind,
    begin() {
      catalogue();
      watch();
    },
    /* Begin another queue. */
    restart({ heldBack = false } = {}) {
      turn += 1;
      asked = null;
      counts = { ...NOTHING_YET, heldBack };
      flags.forget();
    },
    /* A flag that may not be in the queue; null where there is none. */
    async flag(number) {
      if (!flags.get(number)) {
        try {
          flags.learn(await asking.get(`flags/${number}`));
        } catch (problem) {
          if (!(problem instanceof DeskProblem)) throw problem;
          return null;
        }
      }
      return flags.get(number);
    },
    /* Fetch the texts of the flags that come next. */
    ahead(number) {
      let [at, found] = [number, 0];
      const seen = new Set();
      while (found < TEXTS_AHEAD && at !== null && !seen.has(at)) {
        seen.add(at);
        at = flags.beside(at, 1);
        const flag = flags.get(at);
        if (!flag || (goesAway() && !isOpen(flag)) || texts.has(flag.article)) continue;
        text(flag.article);
        found += 1;
      }
    },
    /* The decisions on a flag, as far as they are known; asked for where there are more. */
    history(flag) {
      const kept = histories.get(flag.id);
      const told = flags.told(flag.id);
      if (blind() || !told?.seq) return null;
      if (kept?.seq === told.seq) return kept.decisions;
      histories.set(flag.id, { seq: told.seq, decisions: kept?.decisions ?? null });
      asking
        .get(`flags/${flag.id}/history`)
        .then(({ decisions }) => {
          histories.set(flag.id, { seq: told.seq, decisions });
          hear.changed();
        })
        .catch(() => histories.delete(flag.id));
      return kept?.decisions ?? null;
    },
    notes(article) {
      const kept = notes.get(article);
      if (kept || blind()) return kept ?? [];
      notes.set(article, []);
      asking
        .get(`articles/${article}/notes`)
        .then((said) => {
          notes.set(article, said.notes);
          hear.changed();
        })
        .catch(() => notes.delete(article));
      return [];
    },
    noted(note) {
      notes.set(note.article, [...(notes.get(note.article) ?? []).filter(({ id }) => id !== note.id), note]);
    },
  };
}
