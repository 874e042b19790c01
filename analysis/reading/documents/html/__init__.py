"""Read articles from web pages: ``article.read_html``."""
