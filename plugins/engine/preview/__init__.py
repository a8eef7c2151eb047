"""The preview's web server: the built site, and over it what a failed build said."""
