"""What of a page a line is: headline, body of the article, or furniture."""
