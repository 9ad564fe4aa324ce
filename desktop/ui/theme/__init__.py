"""The design system: colours, type, spacing, fonts, icons, and the one style sheet made from them."""
