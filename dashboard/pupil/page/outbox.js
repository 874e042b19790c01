/* The marks of those on this device: each is kept here first, and sent until the server has it.
 *
 * A mark has a count that rises on this device, `seq`: of two for one sentence the server takes the
 * higher, so it does no harm to send one twice, or from two tabs. */

const MOST_AT_ONCE = 50; // marks in one request

/* `kept` is the device's storage. `heard`: `status()` whenever something was kept or sent,
 * `gone(seat)` if the server does not know the seat, `trouble(sentence)` if it refused a mark. */
function createOutbox(kept, heard) {
  const sending = new Map(); // seat's id → { busy, failures, timer, single }

  const name = (seat) => `marks.${seat.id}`;
  const read = (seat) => kept.read(name(seat)) ?? { seq: 0, rounds: {} };
  const empty = () => ({ marks: {}, finished: false, told: true });
  const work = (seat) => {
    if (!sending.has(seat.id)) {
      sending.set(seat.id, { busy: null, failures: 0, timer: 0, single: false });
    }
    return sending.get(seat.id);
  };
  function edit(seat, round, change) {
    const all = read(seat);
    all.rounds[round] ??= empty();
    change(all.rounds[round], all);
    kept.write(name(seat), all);
  }
  const unsent = (one) => Object.values(one.marks).filter((mark) => !mark.sent);
  const rounds = (seat) => Object.entries(read(seat).rounds);

  /* The next request: one round's marks, and whether the pupil is done with it. */
  function next(seat) {
    for (const [round, one] of rounds(seat)) {
      const marks = unsent(one).slice(0, work(seat).single ? 1 : MOST_AT_ONCE);
      if (marks.length || !one.told) return { round, marks, finished: one.finished, told: one.told };
    }
    return null;
  }
  async function run(seat) {
    const state = work(seat);
    clearTimeout(state.timer);
    for (let job = next(seat); job; job = next(seat)) {
      const answer = await send(seat, job);
      if (passing(answer.status)) {
        state.failures += 1;
        state.timer = setTimeout(() => flush(seat), patience(state.failures));
        return false;
      }
      state.failures = 0;
      if (answer.status === 401) {
        heard.gone(seat);
        return false;
      }
      take(seat, job, answer);
      heard.status();
    }
    state.single = false;
    return true;
  }
  function send(seat, { round, marks, finished, told }) {
    const body = { marks: marks.map(({ sent, ...mark }) => mark) };
    // Last of all, so that whoever is done has sent everything.
    if (!told && unsent(read(seat).rounds[round]).length <= marks.length) body.finished = finished;
    return ask(`rounds/${round}/marks`, { token: seat.token, method: "PUT", body });
  }
  /* Note what became of a request. A refusal is never repeated: what was refused is dropped. */
  function take(seat, job, answer) {
    const { round, marks } = job;
    const state = work(seat);
    const good = answer.status >= 200 && answer.status < 300;
    if (!good && answer.status !== 409 && answer.status !== 404 && marks.length > 1) {
      state.single = true; // to find the one mark that it refuses
      return;
    }
    edit(seat, round, (one) => {
      const all = unsent(one).length <= marks.length;
      for (const { sentence, seq } of marks) {
        if (one.marks[sentence]?.seq !== seq) continue; // changed since
        if (good) one.marks[sentence].sent = true;
        else delete one.marks[sentence];
      }
      if (!good && [404, 409].includes(answer.status)) {
        for (const { sentence } of unsent(one)) delete one.marks[sentence];
        one.told = true;
      } else if (all && (good || !marks.length) && one.finished === job.finished) one.told = true;
    });
    if (!good) heard.trouble(answer.title || "The server did not take a mark. Mark the sentence again.");
  }
  /* Send what is not sent; true once all is. */
  function flush(seat) {
    const state = work(seat);
    state.busy ??= run(seat).finally(() => {
      state.busy = null;
      heard.status();
    });
    return state.busy;
  }

  return {
    flush,
    /* Keep a mark ({sentence, loaded, reason, words}) and send it. */
    keep(seat, round, mark) {
      edit(seat, round, (one, all) => {
        all.seq += 1;
        one.marks[mark.sentence] = { ...mark, seq: all.seq, sent: false };
      });
      heard.status();
      flush(seat);
    },
    finish(seat, round, finished) {
      edit(seat, round, (one) => {
        one.finished = finished;
        one.told = false;
      });
      heard.status();
      flush(seat);
    },
    marks: (seat, round) => Object.values(read(seat).rounds[round]?.marks ?? {}),
    finished: (seat, round) => read(seat).rounds[round]?.finished ?? false,
    /* Take over what the server has: it counts where this device knows nothing newer. */
    merge(seat, round, marks, finished) {
      edit(seat, round, (one, all) => {
        for (const mark of marks) {
          all.seq = Math.max(all.seq, mark.seq);
          const own = one.marks[mark.sentence];
          if (!own || own.seq < mark.seq) one.marks[mark.sentence] = { ...mark, sent: true };
        }
        if (one.told) one.finished = finished;
        // Only rounds with something to send are needed beside this one.
        for (const [number, other] of Object.entries(all.rounds)) {
          if (number !== String(round) && !unsent(other).length && other.told) delete all.rounds[number];
        }
      });
    },
    /* Whether there is anything of this seat's to send, or that was sent. */
    used: (seat) =>
      rounds(seat).some(([, one]) => one.finished || Object.keys(one.marks).length > 0),
    /* How many marks are not with the server yet. */
    waiting: (seat) =>
      rounds(seat).reduce((sum, [, one]) => sum + unsent(one).length + (one.told ? 0 : 1), 0),
    /* Whether the last attempts to send failed. */
    failing: (seat) => work(seat).failures > 0,
    /* Try at once, as after a connection came back. */
    now(seat) {
      if (work(seat).failures) clearTimeout(work(seat).timer);
      flush(seat);
    },
    stop() {
      for (const { timer } of sending.values()) clearTimeout(timer);
      sending.clear();
    },
  };
}
