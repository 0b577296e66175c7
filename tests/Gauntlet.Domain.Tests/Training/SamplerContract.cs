using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Sampling;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>What every sampler must do; each sampler's test class inherits it.</summary>
public abstract class SamplerContract
{
    private static readonly SearchSpace Mixed = SearchSpace.Of(new(
        "mixed",
        [
            new FloatParameter("rate", "-", 1e-5, 1, 0.01, Log: true),
            new IntParameter("fast", "-", 2, 100, 20, Log: true),
            new IntParameter("slow", "-", 5, 400, 100, Step: 5),
            new CategoricalParameter("kind", "-", ["a", "b", "c"]),
        ],
        [new("fast < slow", values => values.Number("fast") < values.Number("slow"))]));

    private static readonly SearchSpace Conditional = SearchSpace.Of(new(
        "conditional",
        [
            new CategoricalParameter("kind", "-", ["a", "b", "c"]),
            new FloatParameter("rate", "-", 0, 1, 0.5),
            new IntParameter("depth", "-", 2, 10, 5) { When = [new("kind", ["a"])] },
            new CategoricalParameter("mode", "-", ["u", "v"]) { When = [new("kind", ["b", "c"])] },
            new FloatParameter("alpha", "-", 0, 1, 0.1) { When = [new("mode", ["u"])] },
        ],
        []));

    [Fact]
    public void Suggest_SameSeedAndTrialNumber_IsTheSame() =>
        Create(11).Suggest(Told(30), 30).ShouldBe(Create(11).Suggest(Told(30), 30));

    [Fact]
    public void Suggest_OtherSeed_IsAnother() => Create(11).Suggest(Told(30), 30).ShouldNotBe(Create(12).Suggest(Told(30), 30));

    [Fact]
    public void Suggest_FirstTrial_IsTheDefaults() => Create(11).Suggest(new(Mixed), 0).ShouldBe(Mixed.Defaults);

    [Fact]
    public void Suggest_AnySpace_StaysInside()
    {
        var history = Told(0);
        var sampler = Create(3);
        for (var number = 0; number < 120; number++)
        {
            var suggested = sampler.Suggest(history, number);
            Mixed.Allows(Mixed.Encode(suggested)).ShouldBeTrue();
            (suggested.Number("slow") % 5).ShouldBe(0);
            history.Tell(new(number, suggested, State(suggested, number)));
        }
    }

    [Fact]
    public void Suggest_WhileOthersRun_DoesNotRepeatThem() =>
        SamplingRound.Suggest(Create(3), Told(20), 20, 20, 40).Distinct().Count().ShouldBe(40);

    [Fact]
    public void Suggest_HistoryWithFailedAndPruned_StillSuggests() => Mixed.Allows(Mixed.Encode(Create(9).Suggest(Told(60), 60))).ShouldBeTrue();

    [Fact]
    public void Suggest_ExhaustedSpace_RepeatsRatherThanFails()
    {
        var tiny = SearchSpace.Of(new("tiny", [new CategoricalParameter("kind", "-", ["a", "b"])], []));
        var history = new TrialHistory(tiny);
        for (var number = 0; number < 15; number++)
        {
            var suggested = Create(1).Suggest(history, number);
            history.Tell(new(number, suggested, Value(suggested.Choice("kind") == "a" ? 1 : 2)));
        }

        history.Trials.Select(trial => trial.Parameters).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void Round_CutAnywhere_GivesTheSameTrials(int piece)
    {
        var whole = SamplingRound.Suggest(Create(4), Told(20), 20, 20, 40);
        var pieces = Enumerable.Range(0, (40 + piece - 1) / piece)
            .SelectMany(i => SamplingRound.Suggest(Create(4), Told(20), 20, 20 + (i * piece), Math.Min(piece, 40 - (i * piece))));
        pieces.ShouldBe(whole);
    }

    [Fact]
    public void Round_KnownTrialOfTheRound_IsRefused() =>
        Should.Throw<ArgumentException>(() => SamplingRound.Suggest(Create(4), Told(21), 20, 20, 5)).Message.ShouldContain("trial 20");

    [Fact]
    public void Suggest_ConditionalSpace_GivesWhatExistsAndNothingElse()
    {
        var history = new TrialHistory(Conditional);
        var sampler = Create(5);
        for (var number = 0; number < 60; number++)
        {
            var suggested = sampler.Suggest(history, number);
            suggested.Names.Contains("depth").ShouldBe(suggested.Choice("kind") == "a");
            suggested.Names.Contains("mode").ShouldBe(suggested.Choice("kind") != "a");
            suggested.Names.Contains("alpha").ShouldBe(suggested.Choice("kind") != "a" && suggested.Choice("mode") == "u");
            history.Tell(new(number, suggested, Value(suggested.Number("rate") * (suggested.Choice("kind") == "b" ? 2 : 1))));
        }
    }

    [Fact]
    public void Suggest_InRounds_DependsOnNothingButSeedNumberAndHistory()
    {
        // One sampler that goes on against one that is made anew for every round, as on another machine.
        var kept = Create(6);
        var history = new TrialHistory(Mixed, roundSize: 5);
        for (var start = 0; start < 60; start += 5)
        {
            var fresh = SamplingRound.Suggest(Create(6), new TrialHistory(Mixed, history.Trials, 5), start, start, 5);
            var suggested = SamplingRound.Suggest(kept, history, start, start, 5);
            suggested.ShouldBe(fresh);
            for (var i = 0; i < 5; i++) history.Tell(new(start + i, suggested[i], State(suggested[i], start + i)));
        }
    }

    [Fact]
    public void Suggest_SummariesOnly_IsAsWithWholeTrials()
    {
        var light = new TrialHistory(Mixed);
        foreach (var trial in Told(40).Trials) light.Tell(TrialSummary.Of(trial));
        Create(4).Suggest(light, 40).ShouldBe(Create(4).Suggest(Told(40), 40));
    }

    protected abstract ISampler Create(ulong seed);

    protected static Completed Value(double objective) => new(new()
    {
        Objective = objective,
        Folds = [],
        Sample = new(100, 252, 0.01, 0, 3),
        Trades = 20,
        TurnoverPerYear = 10,
    });

    protected static TrialHistory Told(int count)
    {
        var history = new TrialHistory(Mixed);
        var random = new RandomSampler(77);
        for (var number = 0; number < count; number++)
        {
            var parameters = random.Suggest(history, number);
            history.Tell(new(number, parameters, State(parameters, number)));
        }

        return history;
    }

    // A planted optimum at fast = 12, slow = 150, kind = b; every seventh trial is pruned, every eleventh fails.
    protected static TrialState State(ParameterValues parameters, int number) => number switch
    {
        _ when number % 11 == 10 => new Failed("InvalidOperationException: planted."),
        _ when number % 7 == 6 => new NeverTraded(),
        _ => Value(-Math.Pow(Math.Log(parameters.Number("fast") / 12), 2) - Math.Pow((parameters.Number("slow") - 150) / 100, 2) + (parameters.Choice("kind") == "b" ? 1 : 0)),
    };
}
