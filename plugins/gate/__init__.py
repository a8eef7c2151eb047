"""Checks on content before publication and on the built site after it."""
