"""A newsroom whose taste is known: does the fit of the house learn it?"""
