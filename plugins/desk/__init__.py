"""The staff's desk: what writes bulletins for people who are no programmers."""
