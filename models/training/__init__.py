"""Training, export and calibration of a release. Needs requirements-teacher.txt."""
