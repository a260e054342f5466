"""`singan-studio batch`: one command on every picture of a folder, in several processes or on a cluster."""
