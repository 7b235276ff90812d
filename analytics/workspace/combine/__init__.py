"""How rows of several uploads become one table: by the file's own key, by date of the export, or as they stand."""
