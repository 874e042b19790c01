"""The measurements and the model card of a release, for the rooms that show them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import ModelError
from models.inference.release import BUNDLED
from models.inference.voices.release import BUNDLED as VOICES


@dataclass(frozen=True)
class ReleaseFacts:
    """The measurements and the model card of a release.

    Attributes:
        metrics: the object in `metrics.json`, as `python -m models.evaluate` writes it.
        card: the model card `README.md`, Markdown, with its comments and headings as they are.
    """

    metrics: dict[str, Any]
    card: str


def release_facts(folder: Path = BUNDLED) -> ReleaseFacts:
    """Read `metrics.json` and `README.md` of the release in `folder`.

    Raises:
        ModelError: a file is missing or can't be read.
    """
    try:
        metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
        card = (folder / "README.md").read_text(encoding="utf-8")
        if not isinstance(metrics, dict):
            raise ValueError("metrics.json holds no object")
    except FileNotFoundError as error:
        name = Path(error.filename).name
        raise ModelError(
            f"The model's measurements are missing ({name}): run python -m models.evaluate, or "
            f"restore the folder models/{folder.name} from the repository."
        ) from None
    except (OSError, ValueError) as error:
        raise ModelError(
            f"The model's measurements cannot be read ({error}): run python -m models.evaluate, "
            f"or restore the folder models/{folder.name} from the repository."
        ) from None
    return ReleaseFacts(metrics, card)


def voices_facts() -> ReleaseFacts:
    """The same of the network that finds names and attributions.

    Raises:
        ModelError: a file is missing or can't be read.
    """
    return release_facts(VOICES)
