namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Rows of a bar file, one after the other. Implementations are structs, so that the reader's loop inlines them.</summary>
internal interface ICsvRows
{
    /// <summary>Number of the row's line, from 1, after the lines that were skipped.</summary>
    int Line { get; }

    /// <summary>Fields of the row, or as many as are needed.</summary>
    int FieldCount { get; }

    /// <summary>Goes to the next row that is not empty.</summary>
    /// <returns>False at the end.</returns>
    bool Next();

    /// <summary>A field without the spaces around it.</summary>
    /// <param name="index">Below <see cref="FieldCount"/>.</param>
    ReadOnlySpan<byte> Field(int index);
}
