"""A table that sets countries or periods side by side."""

from pydantic import Field

from hub.fields import Cites, Country, Group, Line, Name, PartialDate, Text
from hub.kinds.entry import Entry, Kind


class Column(Group):
    """A column beside the first one, which names the row."""

    label: Line = Field(description="The column's heading.")
    number: bool = Field(False, description='"yes" where the column can be sorted by number.')


class Cell(Group):
    """What stands in a cell; an empty text means that the source says nothing."""

    text: Text = Field(description="What the cell says.")
    number: float | None = Field(None, description="The same as a number, where there is one.")


class TableRow(Group):
    """A row, named by a country or by a label."""

    country: Country | None = Field(None, description="The country the row is about.")
    label: Line | None = Field(None, description="What the row is about, when it is no country.")
    cells: tuple[Cell, ...] = Field(description="As many as there are columns, in their order.")
    cite: Cites | None = Field(None, description="Only where the row comes from another place than the table.")
    as_of: PartialDate | None = Field(None, description="Only where the row is older or newer than the table.")


class Comparison(Entry):
    first_column: Line = Field(description="What the rows are.", examples=["Country"])
    columns: tuple[Column, ...] = Field(min_length=1, description="The columns beside the first one.")
    rows: tuple[TableRow, ...] = Field(min_length=1, description="The rows, in the order of the source.")
    cite: Cites
    figure: Name | None = Field(None, description="The figure or table of the source, as printed.", examples=["Fig. 13"])


KIND = Kind("comparison", "comparisons", "comparisons", Comparison, review_months=24)
