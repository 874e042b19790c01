"""Paper for a class: a worksheet of an article, and apart from it the answer sheet."""
