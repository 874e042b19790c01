"""Parts of the view *Learning*: a fit before it is used, the one in use, those before."""
