namespace Gauntlet.Host.Terminal;

/// <summary>Signs beside words, in Unicode or in ASCII.</summary>
internal sealed record Glyphs
{
    public static Glyphs Unicode { get; } = new() { Pass = "✓", Fail = "✕", Caution = "!", Stopped = "■", Faulted = "▣", Skipped = "○", Minus = "−", Ellipsis = "…", AtLeast = "≥", AtMost = "≤", Dash = "–", Then = "▸", Axis = '·', Limit = '│', Value = '●', Span = '─', Accepted = '▒' };

    public static Glyphs Plain { get; } = new() { Pass = "ok", Fail = "FAIL", Caution = "!", Stopped = "STOP", Faulted = "FAULT", Skipped = "skip", Minus = "-", Ellipsis = "...", AtLeast = ">=", AtMost = "<=", Dash = "-", Then = ">", Axis = '.', Limit = '|', Value = 'o', Span = '-', Accepted = ':' };

    public required string Pass { get; init; }

    public required string Fail { get; init; }

    public required string Caution { get; init; }

    public required string Stopped { get; init; }

    public required string Faulted { get; init; }

    public required string Skipped { get; init; }

    public required string Minus { get; init; }

    public required string Ellipsis { get; init; }

    public required string AtLeast { get; init; }

    public required string AtMost { get; init; }

    public required string Dash { get; init; }

    public required string Then { get; init; }

    /// <summary>Of a check's bar: the axis.</summary>
    public required char Axis { get; init; }

    public required char Limit { get; init; }

    public required char Value { get; init; }

    public required char Span { get; init; }

    public required char Accepted { get; init; }
}
