"""Classes that read together: opening one, joining it, its rounds, the pupils' marks, deletion."""
