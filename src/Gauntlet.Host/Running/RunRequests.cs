using System.Globalization;
using System.Text;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Markets;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;

namespace Gauntlet.Host.Running;

/// <summary>Makes the request of a run from options, settings and defaults.</summary>
internal static class RunRequests
{
    private const string Synthetic = "synthetic:";
    private const string DryPrefix = "dry-";
    private const int LongestName = 100;

    /// <summary>The request; its pace is still as asked for.</summary>
    /// <exception cref="CommandException">The market or policy is a file that does not exist.</exception>
    public static PipelineRequest Of(RunOptions options, Invocation invocation)
    {
        var settings = invocation.Settings.Run;
        var defaults = new PipelineRequest();
        var request = new PipelineRequest
        {
            Market = Market(options.Market ?? settings.Market ?? defaults.Market, invocation),
            Strategy = options.Strategy ?? settings.Strategy ?? defaults.Strategy,
            Trials = options.Trials ?? settings.Trials ?? defaults.Trials,
            Candidates = options.Candidates ?? settings.Candidates ?? defaults.Candidates,
            Seed = options.Seed ?? settings.Seed ?? defaults.Seed,
            Sampler = options.Sampler ?? settings.Sampler ?? defaults.Sampler,
            Pruner = options.Pruner ?? settings.Pruner ?? defaults.Pruner,
            TimeBudgetSeconds = options.TimeBudget ?? settings.TimeBudget,
            MinimumGain = options.MinimumGain ?? settings.MinimumGain,
            WarmStart = options.WarmStart,
            Policy = Policy(options.Policy ?? settings.Policy ?? defaults.Policy, invocation),
            Pace = options.Pace ?? settings.Pace,
            DryRun = options.DryRun,
        };
        var name = options.Study ?? Name(request, invocation.Surroundings.Clock.GetUtcNow());
        return request with { Study = options.DryRun && !name.StartsWith(DryPrefix, StringComparison.Ordinal) ? DryPrefix + name : name };
    }

    /// <summary>A name that tells what the study is about and comes only once: <c>sma-cross-trend-s1-20261121t011500z</c>.</summary>
    internal static string Name(PipelineRequest request, DateTimeOffset now)
    {
        var market = request.Market.StartsWith(Synthetic, StringComparison.Ordinal) ? request.Market[Synthetic.Length..] : Path.GetFileNameWithoutExtension(request.Market);
        var tail = string.Create(CultureInfo.InvariantCulture, $"-s{request.Seed}-{now.UtcDateTime:yyyyMMdd't'HHmmss'z'}");
        var head = Slug($"{request.Strategy}-{market}");
        return head[..Math.Min(head.Length, LongestName - DryPrefix.Length - tail.Length)].TrimEnd('-', '.') + tail;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '.') slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString();
    }

    // The worker may run elsewhere, so that it gets the whole path.
    private static string Market(string market, Invocation invocation)
    {
        if (market.StartsWith(Synthetic, StringComparison.Ordinal)) return market;
        var path = invocation.PathOf(market);
        return File.Exists(path) ? path
            : throw CommandException.BadInput($"--market is '{market}', and there is no such file. Give {string.Join(", ", SyntheticMarket.Names)} or the path of a CSV file of bars.");
    }

    private static string Policy(string policy, Invocation invocation)
    {
        var path = invocation.PathOf(policy);
        if (File.Exists(path)) return path;
        return Path.HasExtension(policy) && policy.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? throw CommandException.BadInput($"--policy is '{policy}', and there is no such file. Give the name of a policy such as rigorous@1, or the path of a JSON file.")
            : policy;
    }
}
