"""What state agencies export: one line for each industry, years and measures side by side."""

import csv

HEADINGS = ["NAICS", "Industry", "Ownership"] + ["Estab", "Avg Emp", "Total Wages"] * 2
LINES = [
    ["Industry employment and wages, annual averages"],
    ["", "", "", "2016", "", "", "2023"],
    HEADINGS,
    [
        "10",
        "Total, all industries",
        "Total",
        "3300",
        "120,000",
        "6200000000",
        "3600",
        "131000",
        "9",
    ],
    ["3254", "Pharmaceuticals", "Private", "4", "*", "*", "5", "230", "$18,200,000"],
    ["3391", "Medical equipment", "50", "12", "640", "38400000", "14", "(D)", "(D)"],
    ["31-33", "Manufacturing", "Private", "210", "8200", "430000000", "215", "0", "0"],
    ["5221", "Banks", "Total", "60", "1200", "72000000", "58", "1150", "98000000"],
    [],
    ["* Not disclosed to protect employers."],
]


def write_csv(path, lines=LINES, delimiter=","):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=delimiter).writerows(lines)
    return path


def write_xlsx(path, lines=LINES):
    """The same in a workbook, numbers as numbers, after a sheet of words."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Read me"
    book.active.append(["Source: labor market information"])
    sheet = book.create_sheet("Data")
    for cells in lines:
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in cells])
    book.save(path)
    return path
