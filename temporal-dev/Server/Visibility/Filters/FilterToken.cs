namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>What kind of text a <see cref="FilterToken"/> is.</summary>
internal enum FilterTokenKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>A name or keyword.</summary>
    Word,

    /// <summary>A name in backquotes, never a keyword.</summary>
    QuotedName,

    /// <summary>Text in single or double quotes.</summary>
    Text,

    /// <summary>A number without sign.</summary>
    Number,

    /// <summary>A hexadecimal number, or a placeholder: understood, but of no value here.</summary>
    Unreadable,

    /// <summary>An operator or a bracket.</summary>
    Symbol,

    /// <summary>Text that ends too early, or a character that nothing begins with.</summary>
    Bad,
}

/// <summary>One word, number, text or sign of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text without quotes.</param>
/// <param name="End">Offset in the filter just behind it.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int End)
{
    /// <summary>True if this is that keyword, in any case.</summary>
    public bool IsWord(string keyword) => Kind == FilterTokenKind.Word && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>True if this is that sign.</summary>
    public bool IsSymbol(string symbol) => Kind == FilterTokenKind.Symbol && Text == symbol;
}
