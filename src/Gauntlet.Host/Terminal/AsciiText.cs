using System.Text;

namespace Gauntlet.Host.Terminal;

/// <summary>What <c>--ascii</c> makes of the house's glyphs.</summary>
internal static class AsciiText
{
    /// <summary>The text without any of them; other letters outside ASCII stay.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text) plain.Append(Plain(letter) ?? letter.ToString());
        return plain.ToString();
    }

    private static string? Plain(char letter) => letter switch
    {
        '✓' => "ok",
        '✕' => "FAIL",
        '■' => "STOP",
        '▣' => "FAULT",
        '○' => "o",
        '−' or '–' or '─' => "-",
        '…' => "...",
        '≥' => ">=",
        '≤' => "<=",
        '▸' => ">",
        '·' => ".",
        '│' => "|",
        '●' => "o",
        '▒' => ":",
        '█' => "#",
        '░' => ".",
        '×' => "x",
        _ => null,
    };
}
