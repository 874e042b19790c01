"""The description of the API for programs: OpenAPI 3.1, worked out from what the code declares."""
