"""Puts the server side of a site onto Debian: what it wants, compared with what is there."""
