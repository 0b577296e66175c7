namespace Gauntlet.Host.Terminal;

/// <summary>A text with its ink.</summary>
/// <param name="Text">The text; no line breaks.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Right">Aligned to the right, as numbers are.</param>
internal readonly record struct Cell(string Text, Ink Ink = Ink.Plain, bool Right = false)
{
    public static implicit operator Cell(string text) => new(text);

    /// <summary>A number or another text that stands right in its column.</summary>
    public static Cell Number(string text, Ink ink = Ink.Plain) => new(text, ink, Right: true);
}
