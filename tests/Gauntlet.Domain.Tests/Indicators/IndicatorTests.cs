using Gauntlet.Domain.Indicators;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Tests.Indicators;

// Literal values: TA-Lib 0.8.1 on fourteen bars (vectors/statistics/indicators.json, input "short").
internal static class ShortBars
{
    public static readonly double[] High = [10.2, 10.6, 10.8, 10.95, 11.3, 11.2, 11.65, 11.7, 11.7, 12.2, 12.15, 12.0, 12.7, 12.6];
    public static readonly double[] Low = [9.8, 9.9, 9.9, 10.05, 10.6, 10.8, 10.65, 10.7, 10.9, 11.4, 11.55, 11.6, 11.6, 11.9];
    public static readonly double[] Close = [10, 10.5, 10.2, 10.8, 11.1, 10.9, 11.4, 11.0, 11.6, 12.0, 11.7, 11.9, 12.4, 12.1];

    public static IEnumerable<Bar> Bars => Close.Select((close, i) => new Bar(DateTime.UnixEpoch.AddDays(i), close, High[i], Low[i], close, 1));

    public static void ShouldGive<TIndicator>(this IEnumerable<double> inputs, TIndicator indicator, params double[] expected)
        where TIndicator : struct, IIndicator<double, double>
    {
        var values = new List<double>();
        foreach (var input in inputs)
        {
            indicator.Update(input);
            if (indicator.IsReady) values.Add(indicator.Value);
        }

        values.ShouldBe(expected, 1e-9);
    }
}

public class SimpleMovingAverageTests : IndicatorContract<SimpleMovingAverage, double>
{
    [Fact]
    public void Value_ShortBars_IsThatOfTaLib() =>
        ShortBars.Close.ShouldGive(new SimpleMovingAverage(5), 10.52, 10.7, 10.88, 11.04, 11.2, 11.38, 11.54, 11.64, 11.92, 12.02);

    [Fact]
    public void Value_AWindowAfterAHugeValue_IsExactAgain()
    {
        var average = new SimpleMovingAverage(3);
        foreach (var value in new[] { 1e17, 0.1, 0.1, 1, 1, 1 }) average.Update(value);
        average.Value.ShouldBe(1);
    }

    protected override SimpleMovingAverage Create(int length) => new(length);

    protected override double Input(Bar bar) => bar.Close;
}

public class ExponentialMovingAverageTests : IndicatorContract<ExponentialMovingAverage, double>
{
    [Fact]
    public void Value_ShortBars_IsThatOfTaLib() => ShortBars.Close.ShouldGive(
        new ExponentialMovingAverage(5),
        10.52, 10.646666666666667, 10.897777777777778, 10.931851851851851, 11.154567901234568, 11.436378600823046, 11.524252400548697, 11.649501600365799, 11.8996677335772, 11.966445155718134);

    protected override ExponentialMovingAverage Create(int length) => new(length);

    protected override double Input(Bar bar) => bar.Close;
}

public class WilderAverageTests : IndicatorContract<WilderAverage, double>
{
    // By hand: (1 + 2 + 3) / 3 = 2, (2 × 2 + 8) / 3 = 4.
    [Fact]
    public void Value_FourNumbers_IsMeanThenRecursion() => new double[] { 1, 2, 3, 8 }.ShouldGive(new WilderAverage(3), 2, 4);

    protected override WilderAverage Create(int length) => new(length);

    protected override double Input(Bar bar) => bar.Close;
}

public class RelativeStrengthIndexTests : IndicatorContract<RelativeStrengthIndex, double>
{
    [Fact]
    public void Value_ShortBars_IsThatOfTaLib() => ShortBars.Close.ShouldGive(
        new RelativeStrengthIndex(5),
        73.68421052631578, 80.19801980198021, 64.28571428571428, 73.9696312364425, 78.76732527278088, 67.1622322452892, 70.7531125994667, 78.20203283387264, 65.65980895223173);

    [Fact]
    public void Value_OnlyGains_Is100() => new double[] { 1, 2, 3 }.ShouldGive(new RelativeStrengthIndex(2), 100);

    // TA-Lib says 0 here and others 100; a price that does not move is neither weak nor strong.
    [Fact]
    public void Value_NoMove_IsNeutral() => new double[] { 5, 5, 5 }.ShouldGive(new RelativeStrengthIndex(2), 50);

    protected override RelativeStrengthIndex Create(int length) => new(length);

    protected override double Input(Bar bar) => bar.Close;
}

public class AverageTrueRangeTests : IndicatorContract<AverageTrueRange, Bar>
{
    [Fact]
    public void Value_ShortBars_IsThatOfTaLib()
    {
        var indicator = new AverageTrueRange(5);
        var values = new List<double>();
        foreach (var bar in ShortBars.Bars)
        {
            indicator.Update(bar);
            if (indicator.IsReady) values.Add(indicator.Value);
        }

        values.ShouldBe([0.72, 0.776, 0.8208, 0.81664, 0.813312, 0.7706496, 0.69651968, 0.777215744, 0.7617725952], 1e-9);
    }

    protected override AverageTrueRange Create(int length) => new(length);

    protected override Bar Input(Bar bar) => bar;
}
