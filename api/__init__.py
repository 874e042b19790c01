"""The HTTP routes beside the pages: what programs and the pupils' page ask of the server."""
