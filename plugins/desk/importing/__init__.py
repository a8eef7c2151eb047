"""``bantin import``: what a newsroom has in its old portal, in Word and in lists, as bulletins."""
