using System.Text;
using Gauntlet.Host.CommandLine;

namespace Gauntlet.Host.Terminal;

/// <summary>What the caller sees: results on standard output, progress and hints on standard error.</summary>
internal sealed class Screen
{
    private readonly bool _ascii, _quiet;

    private Screen(Surroundings surroundings, GlobalOptions options)
    {
        var dumb = surroundings.Environment.GetValueOrDefault("TERM") == "dumb";
        var monochrome = options.NoColor || dumb || !string.IsNullOrEmpty(surroundings.Environment.GetValueOrDefault("NO_COLOR"));
        (Output, Error, Width) = (surroundings.Output, surroundings.Error, surroundings.Width);
        Colour = surroundings.OutputIsTerminal && !monochrome;
        Live = surroundings.ErrorIsTerminal && !dumb && !options.Quiet;
        LiveColour = Live && !monochrome;
        (_ascii, _quiet) = (options.Ascii, options.Quiet);
    }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Whether results may be coloured.</summary>
    public bool Colour { get; }

    /// <summary>Whether progress may be redrawn in place.</summary>
    public bool Live { get; }

    /// <summary>Whether progress may be coloured.</summary>
    public bool LiveColour { get; }

    /// <summary>The screen of a call: colours only on a terminal that wants them.</summary>
    public static Screen For(Surroundings surroundings, GlobalOptions options) => new(surroundings, options);

    /// <summary>Writes a table of results.</summary>
    public void Write(TextTable table)
    {
        foreach (var line in table.Lines(Width, Colour, Text)) Output.WriteLine(line);
    }

    /// <summary>Writes a line of a result.</summary>
    public void WriteLine(params ReadOnlySpan<Cell> cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells) line.Append(Paint(Text(cell.Text), cell.Ink, Colour));
        Output.WriteLine(line.ToString());
    }

    /// <summary>Writes a sentence of a result, indented, in as many lines as it takes.</summary>
    public void WriteWrapped(string text)
    {
        const string Indent = "  ";
        var line = new StringBuilder(Indent);
        foreach (var word in Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > Indent.Length && line.Length + 1 + word.Length > Width)
            {
                Output.WriteLine(line.ToString());
                line.Clear().Append(Indent);
            }

            if (line.Length > Indent.Length) line.Append(' ');
            line.Append(word);
        }

        Output.WriteLine(line.ToString());
    }

    /// <summary>Tells something beside the result, unless told to be quiet.</summary>
    public void Note(string text)
    {
        if (!_quiet) Error.WriteLine(Text(text));
    }

    /// <summary>A text as this screen can show it; what does not break on a page is found by plain spaces in a terminal.</summary>
    public string Text(string text)
    {
        var plain = text.Replace('\u00a0', ' ');
        return _ascii ? AsciiText.Of(plain) : plain;
    }

    /// <summary>A text in its ink, by the sixteen colours of the user's scheme.</summary>
    public static string Paint(string text, Ink ink, bool colour)
    {
        if (!colour || ink == Ink.Plain || text.Length == 0) return text;

        var code = ink switch { Ink.Pass => 32, Ink.Fail => 31, Ink.Caution => 33, Ink.Muted => 2, _ => 1 };
        return $"\u001b[{code}m{text}\u001b[0m";
    }
}
