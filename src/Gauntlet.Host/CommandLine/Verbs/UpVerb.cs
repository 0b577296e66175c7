using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>Keeps everything running until it is interrupted.</summary>
internal sealed class UpVerb : Verb<UpOptions>
{
    private readonly ListenFlags _listen = new();
    private readonly Option<long?> _port;
    private readonly Option<string?> _pace;

    public UpVerb(VerbContext context)
        : base(context, "up", "Keeps everything running: database, Temporal server, worker, safety. Ctrl-C ends it cleanly.")
    {
        _port = With(Values.Number("--port", 0, 65_535, "Port of the embedded Temporal server; 0 for a free one. Default: 7233."));
        foreach (var flag in _listen.All) Add(flag);
        _pace = With(Values.Pace("How fast paper trading runs where a request does not say. Default: real time."));
    }

    protected override UpOptions Read(ParseResult parsed) => new((int?)parsed.GetValue(_port), parsed.GetValue(_pace), _listen.Read(parsed));
}

/// <summary>Options of <c>up</c>; null means: by settings, else by default.</summary>
internal sealed record UpOptions(int? Port, string? Pace, ListenOptions Listen);
