"""Fetching web pages: public addresses only, as robots.txt allows, with limits."""
