"""Finds plugins by name, loads them one at a time, guards every call, returns their faults."""
