"""The admin page: a form in the browser that writes the same files into git."""
