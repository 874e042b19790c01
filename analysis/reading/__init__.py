"""From a source (a file, standard input, bytes, a web address, a sample) to an ``Article``."""
