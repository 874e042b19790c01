"""What is said about a desk's figures: shares of rules, agreement of editors, whom the house
quotes. Everything returned is plain text and can hold words of strangers: code that shows it must
escape it."""
