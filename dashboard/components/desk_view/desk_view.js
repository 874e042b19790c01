/* The queue of the desk: the list of flags, the article's text and the card of the flag in front of
 * the editor, who decides with one key each. Decisions go to the server from here, without Python.
 *
 * One module with the scripts beside it: Python joins them.
 */

export default mounted(createDeskView);

function createDeskView(parent) {
  const root = parent.querySelector(".desk-view");
  const lifetime = new AbortController();
  let desk = null; // begun with Python's first message

  return {
    update(data, setStateValue) {
      root.dataset.theme = isDark(root) ? "dark" : "light";
      desk ??= createDesk(root, data, lifetime.signal);
      desk.hear(data, setStateValue);
    },
    destroy() {
      lifetime.abort();
      desk?.end();
    },
  };
}

/* `start` is Python's first message: where the server is, who decides, and what the address names. */
function createDesk(root, start, ended) {
  const { editor, reasons, bands, may_decide: mayDecide } = start;
  const find = (selector) => root.querySelector(selector);
  const listen = (target, type, handler) => target.addEventListener(type, handler, { signal: ended });
  const asking = createAsking(start.base, ended);
  const kept = (what) => keptInTab(`slant.desk.${what}.${start.base}.${editor}`);
  const outbox = createOutbox(kept("unsent"), asking.post, {
    kept: (entry, answer) => deciding.kept(entry, answer),
    overtaken: (entry) => flags.learn(entry.theirs.flag),
    refused: (entry, problem) => ask.refused(entry, problem),
    moved() {
      saving.draw();
      draw();
    },
  });
  const flags = createFlags(outbox.of, editor);
  const filters = createFilters(find(".filters"), start, () => restart());
  const loading = createLoading(asking, flags, filters, ended, {
    changed: () => draw(),
    news,
    trouble: (problem) => saving.trouble(problem),
  });
  const deciding = createDeciding(editor, kept("made"), { outbox, flags, loading, reasons });
  const list = createList(find(".list"), (number) => {
    drawer.close();
    go(number);
  });
  const reading = createReading(find(".text"), find(".title"), go);
  const forms = createForms(find(".acts"), reasons, {
    dismiss: (reason, note) => decide("dismiss", { reason, note }),
    reword: (wording) => decide("reword", { wording }),
    note: keepNote,
    back: () => closeForm(),
  });
  const acts = {
    accept: () => decide("accept"),
    dismiss: () => open("dismiss"),
    reword: () => open("reword"),
    note: () => open("note"),
    undo,
    skip,
    next: () => step(1),
    previous: () => step(-1),
    alone,
    question: () => find(".question button")?.focus(),
    keys: () => panel.toggle(),
  };
  const ask = createQuestions(find(".question"), {
    ...{ flags, outbox, reasons, go, next },
    again: deciding.again,
    done: focusCard,
  });
  const saving = createSaving(find(".saving"), find(".status"), outbox, () => setStale());
  const drawer = createFold(find(".to-queue"), find(".queue"), root, "drawer-open", listen);
  const panel = createFold(find(".to-keys"), find(".keys"), root, "keys-open", listen);
  const address = createAddress();
  const buttons = createButtons(find(".acts"), acts, mayDecide);
  createKeys(root, find(".keys"), listen, acts, forms, closed);
  let current = start.flag; // number of the flag in front of the editor, or null
  let drawing = 0;
  let awaited = null; // a flag that the address names, on its way
  let begun = false;
  let stale = 0;
  let setStale = () => {};

  listen(find(".close-queue"), "click", () => drawer.close());
  listen(window, "beforeunload", (event) => {
    if (outbox.state().unsent) event.preventDefault();
  });
  listen(window, "online", () => outbox.pump());
  listen(window, "resize", fit);

  // Which flag is in front

  function restart(more) {
    closeForm();
    deciding.passed();
    current = null;
    loading.restart(more);
    draw();
  }
  function go(number) {
    if (number === null || number === current) return;
    if (forms.open()) closeForm();
    current = number;
    ask.passed();
    draw();
  }
  function step(by) {
    deciding.passed();
    go(flags.beside(current, by));
  }
  function next() {
    if (!loading.goesAway()) return go(flags.beside(current, 1));
    const number = flags.after(current, isOpen);
    if (number !== null) return go(number);
    current = null; // the next part is on its way, or all is done
    draw();
  }
  function skip() {
    if (current === null) return;
    flags.skip(current);
    next();
  }
  function alone() {
    const flag = flags.told(current);
    if (!flag) return;
    const one = filters.get().articles?.length === 1;
    filters.set({ articles: one ? null : [flag.article], check: "", kind: "" });
    flags.learn(flag);
    flags.putFirst(flag.id);
    go(flag.id);
    saving.say(one ? "All articles." : "This article alone.");
  }

  // Deciding

  function open(name) {
    const flag = flags.get(current);
    if (!flag || !mayDecide || ask.isInFront(current)) return;
    if (name === "reword" && loading.blind()) {
      saving.say("A second reading accepts or dismisses.");
      return;
    }
    buttons.hide();
    if (name === "reword") forms.reword(flag, textOf(flag));
    else forms[name](flag);
  }
  function useWording(number) {
    buttons.hide();
    forms.reword(flags.get(current), textOf(flags.get(current)), number);
  }
  const textOf = (flag) => inSentence(flag, loading.text(flag.article)?.text);
  function decide(act, more = {}) {
    const flag = flags.get(current);
    if (!flag || !mayDecide || ask.isInFront(current)) return;
    closeForm();
    deciding.decide(flag, act, more);
    next();
    saving.say(doneSaid(flag, act, current === flag.id ? null : flags.get(current)));
  }
  async function undo() {
    if (!mayDecide) return;
    const { number, said } = await deciding.undo();
    if (number !== null) {
      flags.putFirst(number);
      go(number);
    }
    saving.say(said);
    draw();
  }
  function keepNote(text) {
    const flag = flags.get(current);
    closeForm();
    deciding.note(flag, text);
    saving.say("Note kept.");
  }
  /* Somebody else decided, on this flag or another. */
  function news(flag, before) {
    const theirs = flag.decision && flag.decision.editor !== editor;
    if (flag.id === current && isOpen(before) && !before.unsent && theirs) ask.inFront(flag);
  }

  // What is open over it

  function closeForm() {
    const was = Boolean(forms.open());
    if (was) {
      forms.close();
      focusCard();
    }
    buttons.show();
    return was;
  }
  function closed() {
    return closeForm() || drawer.close() || panel.close();
  }
  function focusCard() {
    find(".card").focus({ preventScroll: true });
  }

  /* The columns end where the window does, if the page is not scrolled. */
  function fit() {
    const above = find(".columns").getBoundingClientRect().top;
    if (above > 0 && above < 500) root.style.setProperty("--above", `${above}px`);
  }

  // Drawing: all that asks for it within one frame is drawn once

  function draw() {
    if (!drawing && !ended.aborted) drawing = requestAnimationFrame(drawNow);
  }
  function drawNow() {
    drawing = 0;
    if (ended.aborted) return;
    const blind = loading.blind();
    if (current === null || !flags.get(current)) settle();
    const order = flags.order();
    const shown = order.map(flags.get);
    const counts = loading.counts();
    const openOnes = shown.filter(isOpen).length;
    loading.more(loading.goesAway() ? openOnes : order.length - order.indexOf(current) - 1);
    list.draw(shown, loading.articles, current, { more: counts.beyond > 0, blind });
    list.show(current);
    const flag = flags.get(current);
    const article = flag && loading.text(flag.article);
    reading.show(article || null, current, blind ? () => null : flags.get);
    drawFlag(flag, { blind, counts, order });
    if (flag) {
      address.note(filters.get(), flag);
      loading.ahead(current);
    }
    const heldBack = counts.held && !counts.heldBack ? counts.held : 0;
    drawCount(find(".count"), { ...counts, openOnes, heldBack, filter: filters.get() }, () => restart({ heldBack: true }));
    ask.draw();
    saving.draw();
  }
  function drawFlag(flag, { blind, counts, order }) {
    const place = find(".told");
    root.classList.toggle("finished", !flag);
    if (!flag) {
      const articles = loading.articles.size;
      drawFinished(place, { counts, order, filter: filters.get(), filters, articles });
    } else {
      const about = {
        article: loading.articles.get(flag.article),
        history: loading.history(flag),
        notes: loading.notes(flag.article),
        ...{ bands, reasons, editor, blind },
        use: mayDecide && !blind ? useWording : null,
      };
      // Drawn anew only where something is another: what is selected there, and the keyboard, stay.
      const first = deciding.first();
      const key = JSON.stringify([flag, about, first]);
      if (place.drawn !== key) {
        if (place.flag !== flag.id) place.scrollTop = 0;
        drawCard(place, flag, about);
        if (first) place.prepend(make("p", "first", first));
        [place.drawn, place.flag] = [key, flag.id];
      }
    }
    if (!flag) place.flag = null;
    buttons.draw(flag, blind, deciding.canUndo());
  }
  /* No flag is in front: take the one that the address names, or the first one that is open. */
  function settle() {
    if (current !== null && current === awaited) return;
    if (current === null || current !== start.flag) {
      current = flags.after(null, (flag) => !loading.goesAway() || isOpen(flag));
      return;
    }
    awaited = current;
    start.flag = null;
    loading.flag(awaited).then((flag) => {
      const isWanted = current === awaited;
      awaited = null;
      if (!isWanted) return;
      if (flag) flags.putFirst(flag.id);
      else current = null;
      draw();
    });
  }

  return {
    hear(data, setStateValue) {
      // A token that is not known any more: Python gives another one with the next run.
      setStale = () => setStateValue("stale", (stale += 1));
      asking.use(data.token);
      if (!begun) {
        begun = true;
        fit();
        loading.begin();
        // Not from whom the keyboard has brought to another place, or who types there.
        if (!document.activeElement?.matches(":focus-visible")) focusCard();
      }
      outbox.pump();
      draw();
    },
    end() {
      outbox.end();
      saving.end();
      address.end();
    },
  };
}
