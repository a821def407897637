"""The files that rows come from: CSV, workbooks and Parquet, each as rows of text under headings."""
