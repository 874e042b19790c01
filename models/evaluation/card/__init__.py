"""The generated part of the model card: tables, names, plots."""
