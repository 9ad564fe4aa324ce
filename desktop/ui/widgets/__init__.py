"""The small parts every screen is put together from: labels, buttons, pills, cards, tabs, banners."""
