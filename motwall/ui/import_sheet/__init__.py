"""Files and tables brought in: read beside the window, shown with what they would make."""
