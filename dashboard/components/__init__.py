"""Components of the page with scripts of their own: text view, what-if box, tour."""
