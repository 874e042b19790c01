"""Which sentences of two reports tell the same fact: fitted and measured on the judged samples."""
