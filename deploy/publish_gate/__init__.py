"""The publish gate: what the server does when CI or an operator publishes, in the standard library.

It runs as the forced command of one SSH key, on a server that has Python and no copy of the
project. So it imports nothing but the standard library and itself.
"""
