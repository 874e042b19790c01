"""Each module measures one kind of figure of a release."""
