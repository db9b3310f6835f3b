"""Two copies of one wall become one: record by record and field by field, both kept whole."""
