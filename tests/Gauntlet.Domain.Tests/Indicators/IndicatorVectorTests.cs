using System.Text.Json;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Indicators;

/// <summary>Every listed indicator against TA-Lib 0.8.1, within 1e-9: short literal bars from beside the test, real bars where they are there.</summary>
public class IndicatorVectorTests
{
    private const double Tolerance = 1e-9;

    // Those of TA-Lib's functions that an indicator of ours stands for.
    private const int LiteralCases = 92, RealCases = 60;

    [Fact]
    public void Over_LiteralBars_IsThatOfTaLib()
    {
        using var stream = typeof(IndicatorVectorTests).Assembly.GetManifestResourceStream("Gauntlet.Domain.Tests.Indicators.Vectors.indicators.json")!;
        using var document = JsonDocument.Parse(stream);
        var cases = 0;
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var function = one.GetProperty("function").GetString()!;
            var input = one.GetProperty("input").GetString()!;
            var actual = IndicatorVectors.Values(function, Bars(document.RootElement.GetProperty("input").GetProperty(input)));
            var expected = IndicatorVectors.Numbers(one.GetProperty("values"));
            // TA-Lib says that a price which never moves is as weak as can be; ours says that it is neither weak nor strong.
            if (function == "RSI(5)" && input == "constant") expected = [.. expected.Select(value => value == 0 ? 50 : value)];
            actual.ShouldNotBeNull(function);
            for (var i = 0; i < expected.Length; i++) Close(actual[i], expected[i], $"{function} of {input}, bar {i}");
            cases++;
        }

        cases.ShouldBe(LiteralCases);
    }

    [SkippableFact]
    public void Over_RealBars_IsThatOfTaLib()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathOf("vectors/statistics/indicators.json")));
        var cases = 0;
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var expected = one.GetProperty("expected");
            if (!expected.TryGetProperty("rows", out var rows)) continue;
            var function = one.GetProperty("function").GetString()!;
            var input = document.RootElement.GetProperty("header").GetProperty("input").GetProperty(one.GetProperty("input").GetString()!);
            if (IndicatorVectors.Values(function, RealBars(input)) is not { } actual) continue;

            cases++;
            Array.FindIndex(actual, double.IsFinite).ShouldBe(expected.GetProperty("firstValid").GetInt32(), function);
            foreach (var (row, value) in rows.EnumerateArray().Select(row => row.GetInt32()).Zip(IndicatorVectors.Numbers(expected.GetProperty("values"))))
            {
                Close(actual[row], value, $"{function}, bar {row}");
            }

            var sum = expected.GetProperty("sumOfValid").GetDouble();
            actual.Where(double.IsFinite).Sum().ShouldBe(sum, Tolerance * Math.Max(actual.Length, Math.Abs(sum)), function);
        }

        cases.ShouldBe(RealCases);
    }

    private static void Close(double actual, double expected, string what)
    {
        if (double.IsNaN(expected)) actual.ShouldBe(double.NaN, what);
        else actual.ShouldBe(expected, Tolerance + (Tolerance * Math.Abs(expected)), what);
    }

    private static BarSeries Bars(JsonElement input)
    {
        var close = IndicatorVectors.Numbers(input.GetProperty("close"));
        return new(
            "literal",
            TimeSpan.FromDays(1),
            [.. close.Select((_, i) => DateTime.UnixEpoch.AddDays(i))],
            IndicatorVectors.Numbers(input.GetProperty("open")),
            IndicatorVectors.Numbers(input.GetProperty("high")),
            IndicatorVectors.Numbers(input.GetProperty("low")),
            close,
            IndicatorVectors.Numbers(input.GetProperty("volume")));
    }

    private static BarSeries RealBars(JsonElement input)
    {
        using var reader = File.OpenText(SharedFolder.PathOf("data/" + input.GetProperty("file").GetString()));
        return CsvBars.Read(reader, "vector").Slice(input.GetProperty("firstDataRow").GetInt32(), input.GetProperty("bars").GetInt32());
    }
}
