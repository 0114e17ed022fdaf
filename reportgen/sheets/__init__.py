"""Files with tables in them, as grids of cells: CSV, XLSX, ODS. What the cells mean is `reportgen.source`'s."""
