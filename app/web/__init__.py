"""What all pages share: whose records they are, how a reply is given, safety, language, files, text."""
