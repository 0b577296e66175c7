using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Corporate;

namespace Gauntlet.Domain.Tests.Markets.Corporate;

public class CorporateActionsTests
{
    private static readonly DateOnly First = DateOnly.FromDateTime(Hours.Start);

    [Fact]
    public void Apply_Split_DividesPricesBeforeAndMultipliesVolumes()
    {
        var bars = new CorporateActions([new Split(First.AddDays(2), 4)]).Apply(Days(400, 400, 100, 101)).Bars;
        bars.Close.ToArray().ShouldBe([100, 100, 100, 101]);
        bars.Open.ToArray().ShouldBe([100, 100, 100, 101]);
        bars.Volume.ToArray().ShouldBe([40, 40, 10, 10]);
    }

    // By hand: 1 − 2/100 = 0.98 of every price before.
    [Fact]
    public void Apply_DividendAdjusted_LowersPricesBefore()
    {
        var adjusted = new CorporateActions([new Dividend(First.AddDays(1), 2)]).Apply(Days(100, 98));
        adjusted.Bars.Close.ToArray().ShouldBe([98, 98], 1e-12);
        adjusted.Bars.Volume.ToArray().ShouldBe([10, 10]);
        adjusted.Payments.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_DividendPaid_KeepsPricesAndCountsTodaysShares()
    {
        var actions = new CorporateActions([new Split(First.AddDays(3), 2), new Dividend(First.AddDays(1), 3)]);
        var adjusted = actions.Apply(Days(100, 97, 97, 48.5), DividendTreatment.Pay);
        adjusted.Bars.Close.ToArray().ShouldBe([50, 48.5, 48.5, 48.5]);
        adjusted.Payments.ShouldBe([new DividendPayment(1, 1.5)]);
    }

    // The dividend is per new share: 1 of a last close of 100 / 2.
    [Fact]
    public void Apply_SplitAndDividendOnOneDay_CountsTheDividendPerNewShare() =>
        new CorporateActions([new Dividend(First.AddDays(1), 1), new Split(First.AddDays(1), 2)]).Apply(Days(100, 49)).Bars.Close[0].ShouldBe(49, 1e-12);

    [Fact]
    public void Apply_OutsideOfTheSeries_ChangesNothing()
    {
        var bars = Days(1, 2, 3);
        new CorporateActions([new Split(First, 2), new Split(First.AddDays(9), 2), new RealMove(First.AddDays(1))]).Apply(bars).Bars.ContentHash.ShouldBe(bars.ContentHash);
    }

    [Fact]
    public void Apply_DividendAboveThePrice_IsRefused() =>
        Should.Throw<InvalidInputException>(() => new CorporateActions([new Dividend(First.AddDays(1), 100)]).Apply(Days(100, 98))).Message.ShouldContain("not below the last close 100");

    [Fact]
    public void New_RatioOfZero_IsRefused() => Should.Throw<InvalidInputException>(() => new CorporateActions([new Split(First, 0)]));

    [Fact]
    public void Read_AllKinds_GivesThemInOrder()
    {
        using var reader = new StringReader("date,kind,value\n2020-08-31,split,4\n2000-09-29,real,\n2014-08-07,dividend,0.47\n");
        CorporateActionsFile.Read(reader, "a.csv").Items.ShouldBe([new RealMove(new(2000, 9, 29)), new Dividend(new(2014, 8, 7), 0.47), new Split(new(2020, 8, 31), 4)]);
    }

    [Theory]
    [InlineData("day,kind\n", "a.csv line 1: the header is 'day,kind', not 'date,kind,value'.")]
    [InlineData("date,kind,value\n31.8.2020,split,4\n", "a.csv line 2: date '31.8.2020' is not a day such as 2014-06-09.")]
    [InlineData("date,kind,value\n2020-08-31,splt,4\n", "a.csv line 2: kind 'splt' is not split, dividend or real. Did you mean 'split'?")]
    [InlineData("date,kind,value\n2020-08-31,split,x\n", "a.csv line 2: value 'x' is not a positive number.")]
    public void Read_BadRow_SaysLineAndRemedy(string text, string message)
    {
        using var reader = new StringReader(text);
        Should.Throw<InvalidInputException>(() => CorporateActionsFile.Read(reader, "a.csv")).Message.ShouldStartWith(message);
    }

    private static BarSeries Days(params double[] closes) => new(
        "X", TimeSpan.FromDays(1), [.. closes.Select((_, i) => Hours.Start.AddDays(i))], closes, closes, closes, closes, [.. closes.Select(_ => 10.0)]);
}
