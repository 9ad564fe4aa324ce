"""The grid: a table that edits, filters, sorts, copies and pastes like a spreadsheet, on finished values."""
