"""The card of measures: what is counted, its dated readings, and the trend they make."""
