"""OpenDocument files (ODS, ODT, ODP), as LibreOffice writes them."""
