"""What a bulletin is: the record, the schema of its header, the reader of its Markdown."""
