"""From an article and rules to findings: whose words stand at a match, and what the model notes."""
