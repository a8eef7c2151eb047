"""Gambling advertisements: their phrases, brand names and domains, in any spelling.

The lists here are the gate's own and are read by nothing that is published. They were made from
what was found on hacked public sites (docs/gate.md says how they were measured).
"""
