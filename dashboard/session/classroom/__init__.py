"""What the teacher's page of a class knows: the class that is led, its next round, its figures."""
