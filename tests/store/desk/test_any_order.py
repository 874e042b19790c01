"""Whatever editors do in whatever order, the desk says of each flag what a simple model says."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine

from store.desk.decisions import decide, history, rewordings, second_reading
from store.desk.errors import AlreadyDecided, BadDecision
from store.desk.frames import decisions_frame
from store.desk.queue import flag as flag_now
from store.desk.queue import queue, second_queue
from tests.store.desk.newsroom import Newsroom, many_flags, newsroom_in, requests

EDITORS = st.integers(0, 2)
PLACES = st.integers(0, 1)
GIVEN: dict[str, dict[str, Any]] = {
    "accept": {},
    "dismiss": {"reason": "sense"},
    "reword": {"wording": "plain"},
    "undo": {},
}


def machine_at(desk: Newsroom) -> type[RuleBasedStateMachine]:
    """Return a machine whose editors decide on the two flags of a new article each time."""

    class Editing(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.editors = (desk.ann, desk.ben, desk.cem)
            self.article, self.flags = desk.add(many_flags(int(next(requests)[8:]), 2))
            self.acts: tuple[list[tuple[str, int]], ...] = ([], [])
            self.piles: tuple[list[int], ...] = ([], [])
            self.read: tuple[set[int], ...] = (set(), set())
            self.sent: list[tuple[Any, tuple[Any, ...], dict[str, Any], Any]] = []

        def send(self, act: Any, *given: Any, **more: Any) -> Any:
            request = next(requests)
            made = act(desk.engine, *given, request=request, **more)
            self.sent.append((act, given, {"request": request, **more}, made))
            return made

        @rule(editor=EDITORS, place=PLACES, act=st.sampled_from([*GIVEN]))
        def decides(self, editor: int, place: int, act: str) -> None:
            acts, pile = self.acts[place], self.piles[place]
            given = (self.editors[editor], self.flags[place], act)
            if act == "undo" and not pile:
                with pytest.raises(BadDecision):
                    self.send(decide, *given, seen=len(acts))
                return
            made = self.send(decide, *given, seen=len(acts), **GIVEN[act])
            acts.append((act, editor))
            assert made.seq == len(acts)
            if act == "undo":
                pile.pop()
            else:
                pile.append(made.seq)

        @rule(editor=EDITORS, place=PLACES, act=st.sampled_from([*GIVEN]), behind=st.integers(1, 3))
        def decides_on_what_is_old(self, editor: int, place: int, act: str, behind: int) -> None:
            acts = self.acts[place]
            if not acts:
                return
            given = (self.editors[editor], self.flags[place], act)
            with pytest.raises(AlreadyDecided) as met:
                self.send(decide, *given, seen=len(acts) - behind, **GIVEN[act])
            assert (met.value.decision.act, met.value.seq) == (acts[-1][0], len(acts))
            assert met.value.decision.editor == self.editors[acts[-1][1]]

        @rule(editor=EDITORS, place=PLACES, act=st.sampled_from(["accept", "dismiss"]))
        def reads_a_second_time(self, editor: int, place: int, act: str) -> None:
            given = (self.editors[editor], self.flags[place], act)
            if self.may_read(editor, place):
                assert self.send(second_reading, *given, **GIVEN[act]).second
                self.read[place].add(editor)
            else:
                with pytest.raises(BadDecision):
                    self.send(second_reading, *given, **GIVEN[act])

        @rule(which=st.integers(0, 99))
        def sends_again(self, which: int) -> None:
            if self.sent:
                act, given, more, made = self.sent[which % len(self.sent)]
                assert act(desk.engine, *given, **more) == made

        def may_read(self, editor: int, place: int) -> bool:
            decided = {by for _, by in self.acts[place]}
            return bool(self.piles[place]) and editor not in decided | self.read[place]

        @invariant()
        def flags_say_what_was_done(self) -> None:
            for place, number in enumerate(self.flags):
                acts, pile = self.acts[place], self.piles[place]
                now = flag_now(desk.engine, number)
                assert now.seq == len(acts)
                assert now.state == (acts[pile[-1] - 1][0] if pile else "open")
                assert (now.decision.seq if now.decision else None) == (pile[-1] if pile else None)

        def teardown(self) -> None:
            for place, number in enumerate(self.flags):
                acts = [(one.act, one.editor) for one in history(desk.engine, number)]
                assert acts == [(act, self.editors[by]) for act, by in self.acts[place]]
            here = {"articles": [self.article]}
            states = [self.acts[at][pile[-1] - 1][0] if pile else "open" for at, pile in self.both]
            assert queue(desk.engine, **here).total == states.count("open")
            assert len(rewordings(desk.engine, self.article)) == states.count("reword")
            for editor, by in enumerate(self.editors):
                found = [flag.id for flag in second_queue(desk.engine, by, **here).flags]
                may = [self.flags[place] for place in (0, 1) if self.may_read(editor, place)]
                assert found == may
            frame = decisions_frame(desk.engine)
            frame = frame[frame["article"] == self.article]
            assert frame["standing"].sum() == 2 - states.count("open")
            assert frame["second"].sum() == sum(map(len, self.read))
            assert len(frame) == sum(map(len, self.acts)) + sum(map(len, self.read))

        @property
        def both(self) -> list[tuple[int, list[int]]]:
            return [*enumerate(self.piles)]

    return Editing


def test_editors_in_any_order(engine: Engine) -> None:
    examples = settings(max_examples=15, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(machine_at(newsroom_in(engine)), settings=examples)
