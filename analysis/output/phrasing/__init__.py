"""The sentences about an article that pages, reports and the command line share."""
