"""The command line, ``slant``: ``main`` has the parser, one module each sub-command.

A sub-command's module has ``HELP`` (one sentence), ``add_arguments(parser)`` and ``run(options)``,
which returns the exit status and may raise ``SlantError``. Nothing heavy is imported before.
"""
