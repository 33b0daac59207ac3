"""How it should look: inks, faces, styles of text and blocks, the page. In: a style file and font files."""
