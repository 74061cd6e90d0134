"""What the tests of a plugin use; no running desk imports it."""
