using System.Text;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Terminal;

/// <summary>What the caller sees: results on standard output, progress and hints on standard error.</summary>
internal sealed class Screen
{
    private Screen(TextWriter output, TextWriter error, bool colour, bool live, int width, Glyphs glyphs, bool quiet)
    {
        Output = output;
        Error = error;
        Colour = colour;
        Live = live;
        Width = width;
        Glyphs = glyphs;
        Quiet = quiet;
    }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether results may be coloured.</summary>
    public bool Colour { get; }

    /// <summary>Whether progress may be redrawn in place.</summary>
    public bool Live { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    public Glyphs Glyphs { get; }

    /// <summary>No progress is wanted.</summary>
    public bool Quiet { get; }

    /// <summary>The screen of a call: colours only on a terminal that wants them.</summary>
    public static Screen For(Surroundings surroundings, GlobalOptions options)
    {
        var dumb = surroundings.Environment.GetValueOrDefault("TERM") == "dumb";
        var monochrome = options.NoColor || dumb || !string.IsNullOrEmpty(surroundings.Environment.GetValueOrDefault("NO_COLOR"));
        return new(
            surroundings.Output,
            surroundings.Error,
            colour: surroundings.OutputIsTerminal && !monochrome,
            live: surroundings.ErrorIsTerminal && !dumb,
            surroundings.Width,
            options.Ascii ? Glyphs.Plain : Glyphs.Unicode,
            options.Quiet);
    }

    /// <summary>Writes a result.</summary>
    public void Write(TextTable table)
    {
        foreach (var line in table.Lines(Width, Glyphs, Colour)) Output.WriteLine(line);
    }

    /// <summary>Writes a line of a result.</summary>
    public void WriteLine(params ReadOnlySpan<Cell> cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells) line.Append(Paint(cell.Text, cell.Ink, Colour));
        Output.WriteLine(line.ToString());
    }

    /// <summary>Tells something beside the result, unless told to be quiet.</summary>
    public void Note(string text)
    {
        if (!Quiet) Error.WriteLine(text);
    }

    /// <summary>A text in its ink, by the sixteen colours of the user's scheme.</summary>
    public static string Paint(string text, Ink ink, bool colour)
    {
        if (!colour || ink == Ink.Plain || text.Length == 0) return text;

        var code = ink switch { Ink.Pass => 32, Ink.Fail => 31, Ink.Caution => 33, Ink.Muted => 2, _ => 1 };
        return $"\u001b[{code}m{text}\u001b[0m";
    }
}
