"""Documents of an archive are taken apart in a child process, many of them in one child."""
