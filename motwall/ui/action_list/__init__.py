"""All actions of the wall in one table: who does what by when, and what stands out."""
