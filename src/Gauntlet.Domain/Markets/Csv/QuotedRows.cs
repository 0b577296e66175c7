using CsvHelper;

namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Rows in any dialect of CSV, quotes and all.</summary>
/// <param name="csv">Stands before the first row.</param>
internal readonly struct QuotedRows(CsvReader csv) : ICsvRows
{
    public int Line => (int)csv.LineNumber;

    public int FieldCount => csv.FieldCount;

    public bool Next() => csv.Read();

    public ReadOnlySpan<byte> Field(int index) => csv.IsEmpty(index) ? default : csv.GetSpan(index);
}
