"""Pure rules and the plain types they work on: no files, no clock, no screen."""
