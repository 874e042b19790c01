"""The version of Slant, the one place that has it; the models have versions of their own."""

VERSION = "0.9.0"
