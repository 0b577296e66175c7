using System.Text.RegularExpressions;

namespace Gauntlet.Temporal.Server.Nexus;

/// <summary>Checks the URL of an endpoint elsewhere as the real server does, whose parser is Go's: what that takes is taken, what it refuses is refused in its words.</summary>
internal static partial class TargetUrl
{
    private const int Longest = 4096;

    /// <summary>What is wrong with it; null for nothing.</summary>
    public static string? Fault(string url)
    {
        if (url.Length == 0) return "empty target URL";
        if (url.Length > Longest) return $"target URL length exceeds limit of {Longest}";
        var parts = Parts().Match(url);
        if (Unparsable(url, parts) is { } why) return $"invalid target URL: parse \"{url}\": {why}";
        var scheme = parts.Groups["scheme"].Value;
        return scheme.ToUpperInvariant() is "HTTP" or "HTTPS" ? null : $"invalid target URL scheme: \"{scheme.ToLowerInvariant()}\", expected http or https";
    }

    private static string? Unparsable(string url, Match parts)
    {
        if (url.Any(static c => c is < ' ' or '\u007F')) return "net/url: invalid control character in URL";
        if (url[0] == ':') return "missing protocol scheme";
        if (BrokenEscape().Match(url) is { Success: true } escape) return $"invalid URL escape \"{escape.Value}\"";
        var host = parts.Groups["host"].Value;
        if (host.StartsWith('[') && !host.Contains(']', StringComparison.Ordinal)) return "missing ']' in host";
        if (host.IndexOfAny([' ', '<', '>', '"', '\\', '^', '`', '{', '|', '}']) is >= 0 and var at) return $"invalid character {(host[at] == '"' ? "\"\\\"\"" : $"\"{host[at]}\"")} in host name";
        return BrokenPort().Match(host) is { Success: true } port ? $"invalid port \"{port.Value}\" after host" : null;
    }

    [GeneratedRegex("^(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):)?(?://(?:[^/?#@]*@)?(?<host>[^/?#]*))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex("%(?![0-9a-fA-F]{2}).{0,2}", RegexOptions.None, 1000)]
    private static partial Regex BrokenEscape();

    [GeneratedRegex(@":[0-9]*[^0-9:\]][^\]]*$", RegexOptions.None, 1000)]
    private static partial Regex BrokenPort();
}
