"""S4 Chương trình cấp trên: what the upper level demands, and which tasks take it over."""
