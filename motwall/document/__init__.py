"""One wall in memory and on disk as one: push, undo, redo, the selection, the lock."""
