"""One module for each kind of block an author may write; the file's name is the kind (content.block)."""
