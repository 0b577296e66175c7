using System.Text.Json;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Statistics.Performance;

namespace Gauntlet.Domain.Tests.Statistics.Performance;

/// <summary>Every statistic against empyrical 0.7.1 and quantstats 0.0.86, within 1e-9: literal returns from beside the test, real ones where they are there.</summary>
/// <remarks>
/// Where a package gives an infinity or an error, the figure does not exist and ours is NaN. Returns that are missing are left out first,
/// as the packages do by themselves.
/// </remarks>
public class MetricVectorTests
{
    private const double Relative = 1e-9, Absolute = 1e-12;
    private const int LiteralFigures = 589, RealFigures = 236;

    // Where ours differs on purpose, and why.
    private static readonly HashSet<string> Other =
    [
        // Missing rows count as periods there; ours has none.
        "empyrical nan-inside annual_return", "empyrical nan-inside calmar_ratio", "empyrical nan-first annual_return", "empyrical nan-first calmar_ratio",
        // So do they in the sum of drawdowns.
        "quantstats nan-inside ulcer_index", "quantstats nan-first ulcer_index",
        // A quantile of what is there exists; theirs is NaN.
        "empyrical nan-inside value_at_risk[cutoff=0.01]", "empyrical nan-inside value_at_risk[cutoff=0.05]", "empyrical nan-inside value_at_risk[cutoff=0.1]",
        "empyrical nan-first value_at_risk[cutoff=0.01]", "empyrical nan-first value_at_risk[cutoff=0.05]", "empyrical nan-first value_at_risk[cutoff=0.1]",
        // Nothing earned nothing is no figure.
        "empyrical all-nan annual_return", "empyrical all-nan max_drawdown", "empyrical all-nan cum_returns_final",
        // One return has no deviation.
        "quantstats one cvar_parametric[0.95]", "quantstats one cvar_parametric[0.99]",
        // No bet was won or lost.
        "quantstats zeros win_rate", "quantstats zeros profit_factor",
        // A normal distribution of no width is a point; theirs is NaN.
        "quantstats zeros value_at_risk[0.95]", "quantstats zeros value_at_risk[0.99]",
        // A benchmark that does not vary explains nothing; theirs is 0.
        "quantstats flat-benchmark.returns greeks.alpha", "quantstats flat-benchmark.returns greeks.beta",
    ];

    [Fact]
    public void Figures_OfLiteralReturns_AreThoseOfThePackages()
    {
        using var stream = typeof(MetricVectorTests).Assembly.GetManifestResourceStream("Gauntlet.Domain.Tests.Statistics.Performance.Vectors.return-metrics.json")!;
        using var document = JsonDocument.Parse(stream);
        var inputs = document.RootElement.GetProperty("input");
        var figures = 0;
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            figures += Check(one.GetProperty("package").GetString()!, one, name => Literal(inputs.GetProperty(name)), one.GetProperty("periodsPerYear").GetDouble());
        }

        figures.ShouldBe(LiteralFigures);
    }

    [SkippableFact]
    public void Figures_OfRealReturns_AreThoseOfThePackages()
    {
        var figures = 0;
        foreach (var package in new[] { "empyrical", "quantstats" })
        {
            using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathOf($"vectors/statistics/return-metrics-{package}.json")));
            var inputs = document.RootElement.GetProperty("header").GetProperty("input");
            foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                if (!Names(one).TrueForAll(name => inputs.GetProperty(name).GetProperty("kind").GetString() == "file")) continue;
                figures += Check(package, one, name => Real(inputs.GetProperty(name)), one.GetProperty("parameters").GetProperty("periodsPerYear").GetDouble());
            }
        }

        figures.ShouldBe(RealFigures);
    }

    private static int Check(string package, JsonElement one, Func<string, double[]> read, double perYear)
    {
        var names = Names(one);
        var series = names.ConvertAll(name => read(name));
        var checkedNow = 0;
        foreach (var (function, expected) in Flat(one.GetProperty("expected")))
        {
            var what = $"{package} {names[0]} {function}";
            if (Other.Contains(what)) continue;
            var actual = series.Count == 1 ? MetricVectors.Of(function, Observed.Only(series[0]), perYear) : Both(function, series, perYear);
            if (actual is not { } value) continue;

            checkedNow++;
            if (double.IsFinite(expected)) value.ShouldBe(expected, Absolute + (Relative * Math.Abs(expected)), what);
            else value.ShouldBe(double.NaN, what);
        }

        return checkedNow;
    }

    private static double? Both(string function, List<double[]> series, double perYear)
    {
        // The packages leave out missing returns of each series by itself for capture ratios.
        var (returns, benchmark) = Observed.Pairs(series[0], series[1]);
        return returns.Length != series[0].Length && function.Contains("capture", StringComparison.Ordinal) ? null : MetricVectors.Of(function, returns, benchmark, perYear);
    }

    private static IEnumerable<(string Function, double Expected)> Flat(JsonElement expected) =>
        expected.EnumerateObject().Where(property => property.Name != "known_wrong").SelectMany(property => property.Value.ValueKind switch
        {
            JsonValueKind.Object => property.Value.EnumerateObject().Select(inner => ($"{property.Name}.{inner.Name}", Number(inner.Value))),
            JsonValueKind.Array => [],
            _ => [(property.Name, Number(property.Value))],
        });

    private static List<string> Names(JsonElement one)
    {
        var input = one.GetProperty("input");
        return input.ValueKind == JsonValueKind.Array ? [.. input.EnumerateArray().Select(name => name.GetString()!)] : [input.GetString()!];
    }

    // Infinities and errors stand for figures that do not exist.
    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.String ? double.NaN : value.GetDouble();

    private static double[] Literal(JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.Array) return [.. input.EnumerateArray().Select(Number)];
        var generator = new LinearCongruence(input.GetProperty("seed").GetInt64());
        return [.. Enumerable.Range(0, input.GetProperty("n").GetInt32()).Select(_ => input.GetProperty("mean").GetDouble() + (input.GetProperty("scale").GetDouble() * generator.NextNormal()))];
    }

    private static double[] Real(JsonElement input)
    {
        using var reader = File.OpenText(SharedFolder.PathOf("data/" + input.GetProperty("file").GetString()));
        var close = CsvBars.ReadAsIs(reader, "vector").Slice(input.GetProperty("firstDataRow").GetInt32(), input.GetProperty("prices").GetInt32()).Close.ToArray();
        return [.. close.Skip(1).Zip(close, (now, before) => (now / before) - 1)];
    }
}
