"""The charts of an archive: boxes of its groups, speakers and verbs over time."""
