"""The rules of the language: spelling, capitals, signs, names, dates and figures of a text."""
