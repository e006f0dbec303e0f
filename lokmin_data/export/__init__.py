"""Documents that people edit, sign and print: PPTX, DOCX, XLSX, CSV, PDF.  Bytes come out; no file is touched here."""
