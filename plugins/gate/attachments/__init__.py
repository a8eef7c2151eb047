"""Attachments and photos as texts: what they print, what they hide, where they lead."""
