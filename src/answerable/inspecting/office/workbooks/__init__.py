"""Workbooks (XLSX, XLSM): sheets, rows and cells, and what a workbook keeps beside them."""
