"""The one place where Markdown meets the models: files in, files out, nothing lost between."""
