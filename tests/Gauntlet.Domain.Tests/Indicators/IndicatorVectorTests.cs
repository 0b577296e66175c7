using System.Text.Json;
using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Indicators;

/// <summary>TA-Lib 0.8.1 on real bars: first valid row, values at named rows and their sum (vectors/statistics/indicators.json).</summary>
public class IndicatorVectorTests
{
    [SkippableTheory]
    [InlineData("SMA(20)")]
    [InlineData("SMA(200)")]
    public void SimpleMovingAverage_RealBars_IsThatOfTaLib(string function) => Check(function, new SimpleMovingAverage(Length(function)), bar => bar.Close);

    [SkippableTheory]
    [InlineData("EMA(20)")]
    [InlineData("EMA(200)")]
    public void ExponentialMovingAverage_RealBars_IsThatOfTaLib(string function) => Check(function, new ExponentialMovingAverage(Length(function)), bar => bar.Close);

    [SkippableTheory]
    [InlineData("RSI(14)")]
    public void RelativeStrengthIndex_RealBars_IsThatOfTaLib(string function) => Check(function, new RelativeStrengthIndex(Length(function)), bar => bar.Close);

    [SkippableTheory]
    [InlineData("ATR(14)")]
    public void AverageTrueRange_RealBars_IsThatOfTaLib(string function) => Check(function, new AverageTrueRange(Length(function)), bar => bar);

    private static int Length(string function) => int.Parse(function[(function.IndexOf('(') + 1)..^1]);

    private static void Check<TIndicator, TIn>(string function, TIndicator fresh, Func<Bar, TIn> input)
        where TIndicator : struct, IIndicator<TIn, double>
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathOf("vectors/statistics/indicators.json")));
        var cases = document.RootElement.GetProperty("cases").EnumerateArray()
            .Where(item => item.GetProperty("function").GetString() == function && item.GetProperty("expected").TryGetProperty("rows", out _)).ToList();
        cases.Count.ShouldBe(2);
        foreach (var item in cases)
        {
            var bars = Bars(document.RootElement.GetProperty("header").GetProperty("input").GetProperty(item.GetProperty("input").GetString()!));
            var expected = item.GetProperty("expected");
            var indicator = fresh;
            var values = Enumerable.Range(0, bars.Count).Select(i =>
            {
                indicator.Update(input(bars[i]));
                return indicator.Value;
            }).ToList();

            values.FindIndex(double.IsFinite).ShouldBe(expected.GetProperty("firstValid").GetInt32());
            expected.GetProperty("rows").EnumerateArray().Select(row => values[row.GetInt32()])
                .ShouldBe(expected.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()), 1e-8);
            values.Where(double.IsFinite).Sum().ShouldBe(expected.GetProperty("sumOfValid").GetDouble(), 1e-5);
        }
    }

    private static BarSeries Bars(JsonElement input)
    {
        using var reader = File.OpenText(SharedFolder.PathOf("data/" + input.GetProperty("file").GetString()));
        return CsvBars.Read(reader, "vector").Slice(input.GetProperty("firstDataRow").GetInt32(), input.GetProperty("bars").GetInt32());
    }
}
