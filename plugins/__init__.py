"""The rooms of the news-site generator."""
