"""The registry of actions as data: what can be done where, by which keys, and how else."""
