"""The version of Slant, the one place that has it; the models have versions of their own."""

VERSION = "0.14.0"


def versions(model: str, model_version: str) -> str:
    """Return which software and which model made a result: ``Slant 0.14.0, model m 0.8.1``."""
    return f"Slant {VERSION}, model {model} {model_version}"
