using Gauntlet.Domain.Input;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

public class SearchSpaceTests
{
    [Fact]
    public void Of_EveryStrategy_CanBeSearched()
    {
        foreach (var strategy in StrategyCatalogue.All)
        {
            var space = SearchSpace.Of(strategy.Parameters);
            space.Decode(space.Encode(space.Defaults)).ShouldBe(space.Defaults);
        }
    }

    [Theory]
    [InlineData(2, 2, null, false)]
    [InlineData(2, 1, null, false)]
    [InlineData(double.NaN, 1, null, false)]
    [InlineData(0, double.NaN, null, false)]
    [InlineData(0, double.PositiveInfinity, null, false)]
    [InlineData(double.NegativeInfinity, 1, null, false)]
    [InlineData(0, 1, null, true)]
    [InlineData(-1, 1, null, true)]
    [InlineData(0, 1, 0.0, false)]
    [InlineData(0, 1, double.NaN, false)]
    public void Of_ImpossibleRange_IsRefusedByName(double low, double high, double? step, bool log) =>
        Should.Throw<InvalidInputException>(() => Space(new FloatParameter("rate", "-", low, high, low, step, log))).Message.ShouldContain("rate");

    [Fact]
    public void Of_NoChoice_IsRefused() => Should.Throw<InvalidInputException>(() => Space(new CategoricalParameter("kind", "-", [])));

    [Fact]
    public void Of_NameTwice_IsRefused() =>
        Should.Throw<InvalidInputException>(() => Space(new IntParameter("n", "-", 1, 2, 1), new IntParameter("n", "-", 1, 2, 1))).Message.ShouldContain("twice");

    [Theory]
    [InlineData("mod", "a", "which is not declared")]
    [InlineData("rate", "a", "which is a number")]
    [InlineData("mode", "c", "which is no choice of it")]
    [InlineData("mode", null, "without naming a choice")]
    public void Of_ImpossibleCondition_IsRefusedWithItsReason(string parent, string? word, string reason) =>
        Should.Throw<InvalidInputException>(() => Space(
            new CategoricalParameter("mode", "-", ["a", "b"]),
            new FloatParameter("rate", "-", 0, 1, 0),
            new IntParameter("depth", "-", 1, 9, 1) { When = [new(parent, word is null ? [] : [word])] })).Message.ShouldContain(reason);

    [Fact]
    public void Of_ConflictingConditions_AreRefused() =>
        Should.Throw<InvalidInputException>(() => Space(
            new CategoricalParameter("mode", "-", ["a", "b"]),
            new IntParameter("depth", "-", 1, 9, 1) { When = [new("mode", ["a"]), new("mode", ["b"])] })).Message.ShouldContain("no word fulfils together");

    [Fact]
    public void Of_ConditionsInACircle_AreRefused() =>
        Should.Throw<InvalidInputException>(() => Space(
            new CategoricalParameter("one", "-", ["a", "b"]) { When = [new("two", ["a"])] },
            new CategoricalParameter("two", "-", ["a", "b"]) { When = [new("one", ["a"])] })).Message.ShouldContain("closes the circle");

    [Fact]
    public void Encode_UnknownName_NamesTheNearest() =>
        Should.Throw<InvalidInputException>(() => Space(new FloatParameter("rate", "-", 0, 1, 0)).Encode(new([KeyValuePair.Create("rate", (ParameterValue)0.5), KeyValuePair.Create("rat", (ParameterValue)0.5)])))
            .Message.ShouldContain("rate");

    [Fact]
    public void Decode_SteppedNumbers_AreAsPeopleWriteThem()
    {
        var space = Space(new FloatParameter("size", "-", 0.05, 1, 1, Step: 0.05));
        var random = new SeededRandom(1);
        var drawn = Enumerable.Range(0, 500).Select(_ => $"{space.Decode(space.Draw(random))["size"]}").Distinct().Order(StringComparer.Ordinal).ToList();
        drawn.ShouldBe([.. Enumerable.Range(1, 20).Select(k => $"{k * 5m / 100m:0.##}")]);
    }

    // Outer grid values own a whole cell: 12 values, 12,000 draws, standard deviation of a count about 30.
    [Fact]
    public void Draw_WholeNumbers_AreEvenToTheEnds()
    {
        var space = Space(new IntParameter("n", "-", 1, 12, 1));
        var random = new SeededRandom(3);
        var counts = Enumerable.Range(0, 12_000).Select(_ => space.Draw(random)[0]).CountBy(value => value).ToDictionary();
        counts.Count.ShouldBe(12);
        counts.Values.ShouldAllBe(count => Math.Abs(count - 1000) < 150);
    }

    [Fact]
    public void Draw_RulesThatLeaveNothing_SayWhatToDo()
    {
        var space = SearchSpace.Of(new("closed", [new IntParameter("n", "-", 1, 12, 1)], [new("never", _ => false)]));
        Should.Throw<InvalidInputException>(() => space.Draw(new(1))).Message.ShouldContain("Narrow the ranges");
    }

    [Fact]
    public void Distance_OtherChoice_IsTheWholeAxis()
    {
        var space = Space(new CategoricalParameter("kind", "-", ["a", "b", "c"]), new FloatParameter("rate", "-", 1, 100, 1, Log: true));
        space.Distance([0, 1], [2, 1]).ShouldBe(1);
        space.Distance([0, 1], [0, 10]).ShouldBe(0.5, 1e-12);
    }

    private static SearchSpace Space(params Parameter[] parameters) => SearchSpace.Of(new("test", parameters, []));
}
