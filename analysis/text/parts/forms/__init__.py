"""What the whole lines of a page look like that are no part of an article, wherever they stand."""
