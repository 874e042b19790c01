"""The parts of the Compare page: choosing articles, their heading, findings, charts, downloads."""
