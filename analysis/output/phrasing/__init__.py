"""Every sentence that pages, reports and the command line say about an article."""
