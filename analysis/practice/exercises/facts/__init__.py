"""The facts of a sentence that a rewriting must keep: names, numbers and quotations."""
