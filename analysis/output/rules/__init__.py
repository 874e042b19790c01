"""What people see of house rules: findings counted, grouped by rule, and as lines of text."""
