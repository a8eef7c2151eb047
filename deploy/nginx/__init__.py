"""The web server's configuration: made from `headers.json`, one site's facts and its redirects."""
