using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Clustering;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Training.Evaluation;
using Gauntlet.Domain.Training.Importance;
using Gauntlet.Domain.Training.Search;
using Gauntlet.Domain.Training.Validation;
using Gauntlet.Storage.Studies;

namespace Gauntlet.Storage.Reports;

/// <summary>Analyses a study's stored trials for its report.</summary>
internal static class SearchAnalyses
{
    private const int Blocks = 10;

    /// <param name="study">The study.</param>
    /// <param name="trials">All its trials.</param>
    public static SearchAnalysis Of(StudyMaterial study, IReadOnlyList<TrialPoint> trials)
    {
        var space = SearchSpace.Of(study.Strategy.Parameters);
        var completed = trials.Where(trial => trial.Objective is not null).Select(trial => (Values: Values(trial), Objective: trial.Objective!.Value)).ToList();
        var importance = ParameterImportance.Of(space, [.. completed.Select(trial => (space.Encode(trial.Values), trial.Objective))], (ulong)study.Plan.Seed);
        var walkForward = new WalkForward(study.Strategy, study.Windows.Training.Bars, StudyRules.Execution, StudyRules.Objective);
        var returns = OverfittingEvidence.Evenly(completed).Select(trial => trial.Values).Distinct().Select(values => walkForward.Run(values).Returns).ToList();
        return new()
        {
            Axes = [.. study.Strategy.Parameters.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(Axis)],
            Importances = [.. (importance?.Parameters ?? []).Select(one => new AxisImportance(one.Name, one.Share, one.Low, one.High))],
            Decoy = importance?.Decoy ?? 0,
            Pairs = [.. (importance?.Interactions ?? []).Select(pair => new AxisPair(pair.First, pair.Second, pair.Share))],
            Folds = Folds(study),
            FoldChoice = ChoicePaths.Of([.. trials.Where(trial => trial.Objective is not null).Select(trial => trial.FoldValues)]) is { } paths ? new(paths.Chosen, paths.Paths) : null,
            Variety = returns.Count < 2 ? null : new(returns.Count, TrialClusters.Count(returns)),
            Choice = Choice(study, OverfittingEvidence.Different(returns)),
        };
    }

    private static List<FoldWindow> Folds(StudyMaterial study)
    {
        var bars = study.Windows.Training.Bars;
        var rules = StudyRules.Objective;
        return [.. Fold.Anchored(bars.Count, rules.Folds, rules.EmbargoBars).Select(fold => new FoldWindow(
            Closed(fold.KnownBars - 1), Closed(fold.TestStart), Closed(fold.TestStart + fold.TestCount - 1), fold.TestCount, fold.TestStart - fold.KnownBars))];

        DateTimeOffset Closed(int bar) => new(bars.Times[bar] + bars.Interval, TimeSpan.Zero);
    }

    private static ChoiceTest? Choice(StudyMaterial study, IReadOnlyList<double[]> returns)
    {
        if (returns.Count < 2) return null;
        var test = BacktestOverfitting.Of(returns, Blocks);
        var year = Math.Sqrt(study.Windows.Training.Series.Calendar.PeriodsPerYear);
        return new(returns.Count, test.Probability, test.Degradation.Slope, [.. BacktestOverfitting.SplitsOf(returns, Blocks).Select(split => new ChoiceSplit(split.InSample * year, split.OutOfSample * year) { Logit = split.Logit })])
        {
            Intercept = test.Degradation.Intercept * year,
        };
    }

    private static SearchAxis Axis(Parameter parameter) => parameter switch
    {
        FloatParameter p => new(p.Name, p.Low, p.High, p.Log, null),
        IntParameter p => new(p.Name, p.Low, p.High, p.Log, null),
        CategoricalParameter p => new(p.Name, 0, p.Choices.Count - 1, false, p.Choices),
        _ => new(parameter.Name, 0, 0, false, null),
    };

    private static ParameterValues Values(TrialPoint trial) => new(trial.Parameters.Select(pair => KeyValuePair.Create(
        pair.Key, pair.Value.Choice is { } word ? (ParameterValue)word : pair.Value.Number)));
}
