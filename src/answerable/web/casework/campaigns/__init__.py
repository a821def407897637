"""Campaigns: requests of many people that ask the same, found, and answered alike."""
