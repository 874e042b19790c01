"""What is asked of an archive for charts and lists, a module and its SQL each."""
