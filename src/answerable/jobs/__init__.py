"""What runs in the background or on a timetable: every job can be run at any time, and again."""
