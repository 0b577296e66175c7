using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gauntlet.Contracts.Pipeline;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Pruning;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Activities.Pipeline;

/// <summary>What a request must be, as far as it can be told without looking at files or the database.</summary>
internal static partial class RequestRules
{
    public const string DryPrefix = "dry-";
    private const int FewestTrials = 10;
    private const int MostTrials = 100_000;
    private const int MostCandidates = 100;

    private static readonly string[] Fields = [.. typeof(PipelineRequest).GetProperties().Where(p => p.Name != nameof(PipelineRequest.Unknown)).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];

    /// <summary>Checks every field.</summary>
    /// <exception cref="InvalidInputException">The first that is wrong, with its value and the remedy.</exception>
    public static void Check(PipelineRequest request)
    {
        if (request.Unknown?.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new InvalidInputException(unknown, $"{request.Unknown[unknown]}", $"There is no field '{unknown}'. {Nearest.Hint(unknown, Fields)}");
        }

        Require("study", request.Study, StudyName().IsMatch(request.Study), "1 to 100 lower-case letters, digits, dots and hyphens, such as spy-trend");
        Require("study", request.Study, request.DryRun == request.Study.StartsWith(DryPrefix, StringComparison.Ordinal), request.DryRun ? $"a name of a dry run, which starts with {DryPrefix}" : $"a name of a real run: {DryPrefix} is kept for dry runs");
        _ = StrategyCatalogue.Find(request.Strategy);
        var startup = Sampler.Create(request.Sampler, 0).StartupTrials;
        _ = PrunerCatalogue.Create(request.Pruner, StudyRules.Objective.Folds);
        Require("timeBudgetSeconds", request.TimeBudgetSeconds ?? 1, request.TimeBudgetSeconds is null or (> 0 and < double.PositiveInfinity), "a positive number of seconds");
        Require("minimumGain", request.MinimumGain ?? 0, request.MinimumGain is null or (>= 0 and < double.PositiveInfinity), "0 or more");
        Require("warmStart", request.WarmStart ?? string.Empty, request.WarmStart is null || (request.WarmStart != request.Study && StudyName().IsMatch(request.WarmStart)), "the name of another study");
        Require("trials", request.Trials, request.Trials is >= FewestTrials and <= MostTrials, $"from {FewestTrials} to {MostTrials}");
        if (request.Trials <= startup && request.WarmStart is null)
        {
            throw new InvalidInputException(
                "trials", $"{request.Trials}", $"trials: {request.Trials} trials end before the sampler {request.Sampler} learns anything, for it draws {startup} by chance first. Give more than {startup} trials, or another sampler; auto picks one that suits.");
        }

        Require("candidates", request.Candidates, request.Candidates is >= 1 and <= MostCandidates && request.Candidates <= request.Trials, $"from 1 to {MostCandidates}, and no more than the trials");
        Require("seed", request.Seed, request.Seed >= 0, "0 or more");
        Require("market", request.Market, !string.IsNullOrWhiteSpace(request.Market), $"{string.Join(", ", SyntheticMarket.Names)}, or the path of a CSV file");
        Require("policy", request.Policy, !string.IsNullOrWhiteSpace(request.Policy), "a name and version such as rigorous@1, or the path of a JSON file");
    }

    /// <summary>How many times faster than real time paper trading runs. A server that skips time does so by itself, at the pace of real time.</summary>
    /// <param name="pace">A factor, <c>skip</c>, or null.</param>
    /// <param name="usual">The worker's own.</param>
    /// <exception cref="InvalidInputException">Neither.</exception>
    public static double Pace(string? pace, double usual)
    {
        if (pace is null) return usual;
        if (string.Equals(pace, "skip", StringComparison.Ordinal)) return 1;
        var isNumber = double.TryParse(pace, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor);
        Require("pace", pace, isNumber && double.IsFinite(factor) && factor >= 1, "skip, or a factor of at least 1 such as 10080, a week a minute");
        return factor;
    }

    private static void Require(string field, object value, bool holds, string rule)
    {
        if (!holds) throw new InvalidInputException(field, $"{value}", $"{field}: '{value}' is not {rule}. Give {field} {rule}.");
    }

    [GeneratedRegex("^[a-z0-9.-]{1,100}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StudyName();
}
