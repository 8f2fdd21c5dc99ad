"""Row headers in the structure of a PDF: the first cell of each row of a table's body names the row.

typst tags the heads of columns alone; its pdf.header-cell stands behind a feature that its package for Python cannot turn on. So the
first cells become TH here, with an id that the other cells of the row name besides that of their column.
"""

from pikepdf import Array, Dictionary, Name, NameTree, String


def head_rows(pdf):
    """Turn the first cell of every row of every table's body into a header of the row."""
    root = pdf.Root.StructTreeRoot
    if "/IDTree" not in root:
        return  # no table has heads of columns, so there is no table
    tree = NameTree(root.IDTree)
    for number, table in enumerate(tables_of(tree)):
        for line, row in enumerate(rows_of(table)):
            first, *others = children(row)
            if first.S != Name.TD or not others:
                continue
            key = f"row-{number}-{line}"
            first.S, first.ID = Name.TH, String(key)
            about(first).Scope = Name.Row
            tree[key] = first
            for cell in others:
                attributes = about(cell)
                attributes.Headers = Array([*attributes.get("/Headers", ()), String(key)])


def tables_of(tree):
    """Every table, found from the heads of its columns: a walk through all elements would take longer than all else here."""
    found = {}
    for head in list(tree.values()):
        table = head.P.P.P  # head, row, group of rows, table
        found[table.objgen] = table
    return list(found.values())


def rows_of(table):
    return [row for body in children(table) if body.S == Name.TBody for row in children(body) if children(row)]


def children(element):
    """Structure elements right below an element; marked content aside."""
    inside = element.get("/K")
    found = list(inside) if isinstance(inside, Array) else [inside]
    return [child for child in found if isinstance(child, Dictionary) and "/S" in child]


def about(cell):
    """The attributes of a cell that say what it is in its table."""
    attributes = cell.get("/A")
    found = [one for one in (list(attributes) if isinstance(attributes, Array) else [attributes]) if isinstance(one, Dictionary)]
    for one in found:
        if one.get("/O") == Name.Table:
            return one
    made = Dictionary(O=Name.Table)
    cell.A = Array([*found, made])
    return cell.A[-1]
