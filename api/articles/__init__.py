"""What programs ask of the API: analyse, check with house rules, compare."""
