"""All moments as a table, equal in rights to the wall: sorted, filtered, filled, copied, pasted."""
