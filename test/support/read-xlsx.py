"""Reads an xlsx with openpyxl, independently of the writer, and prints it as JSON: sheet -> {cells, types, tables, ...}."""
import datetime, json, sys
from openpyxl import load_workbook

def cell(c):
    value = c.value
    if isinstance(value, (datetime.datetime, datetime.date)):
        value = value.isoformat()
    return {"v": value, "t": c.data_type, "f": c.number_format}

book = load_workbook(sys.argv[1])
print(json.dumps({
    "order": book.sheetnames,
    "sheets": {s.title: {
        "rows": [[cell(c) for c in row] for row in s.iter_rows()],
        "tables": {t.name: t.ref for t in s.tables.values()},
        "freeze": s.freeze_panes,
        "hidden": [k for k, d in s.column_dimensions.items() if d.hidden],
        "validations": [str(v.sqref) for v in s.data_validations.dataValidation],
        "landscape": s.page_setup.orientation, "paper": s.page_setup.paperSize, "titles": s.print_title_rows,
        "merged": [str(m) for m in s.merged_cells.ranges],
    } for s in book.worksheets},
}, ensure_ascii=False))
