using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>The embedded Temporal server alone.</summary>
internal sealed class ServerVerb : Verb<ServerOptions>
{
    private readonly ListenFlags _listen = new();
    private readonly Option<long?> _port;
    private readonly Option<string?> _store;
    private readonly Option<bool> _timeSkipping;

    public ServerVerb(VerbContext context)
        : base(context, "server", "The embedded Temporal server alone, for a laptop, CI and tests. Ctrl-C ends it cleanly.")
    {
        _port = With(Values.Number("--port", 0, 65_535, "Port; 0 for a free one. Default: 7233."));
        foreach (var flag in _listen.All) Add(flag);
        _store = With(Values.Choice("--store", ["memory", "postgres"], "Where runs are kept: in memory, until the server ends, or in PostgreSQL, where the next server finds them. Default: postgres; with --time-skipping memory, because in a database the skipped days would stay skipped."));
        _timeSkipping = With(new Option<bool>("--time-skipping") { Description = "Serves TestService on a virtual clock, locked once at the start." });
    }

    protected override ServerOptions Read(ParseResult parsed)
    {
        var skips = parsed.GetValue(_timeSkipping);
        return new((int?)parsed.GetValue(_port), skips, IsKept: (parsed.GetValue(_store) ?? (skips ? "memory" : "postgres")) == "postgres", _listen.Read(parsed));
    }
}

/// <summary>Options of <c>server</c>; a null port means: by settings, else 7233. Kept runs are in PostgreSQL.</summary>
internal sealed record ServerOptions(int? Port, bool TimeSkipping, bool IsKept, ListenOptions Listen);
