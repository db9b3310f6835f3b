"""The wall as a graphics scene: it follows the document, and turns what hands do into edits."""
