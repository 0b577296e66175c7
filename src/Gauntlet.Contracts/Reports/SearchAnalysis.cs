namespace Gauntlet.Contracts.Reports;

/// <summary>What a study's trials tell of its search: which parameters matter, and whether choosing the best of them means anything.</summary>
public sealed record SearchAnalysis
{
    /// <summary>The parameters with their ranges, by name.</summary>
    public required IReadOnlyList<SearchAxis> Axes { get; init; }

    /// <summary>Parameters by importance, the most important first; empty where there are too few trials to say.</summary>
    public IReadOnlyList<AxisImportance> Importances { get; init; } = [];

    /// <summary>Importance of a decoy parameter of random numbers: what one without effect gets.</summary>
    public double Decoy { get; init; }

    /// <summary>Pairs of parameters by what they explain only together, the strongest first.</summary>
    public IReadOnlyList<AxisPair> Pairs { get; init; } = [];

    /// <summary>The folds that trials were measured on, in time order.</summary>
    public IReadOnlyList<FoldWindow> Folds { get; init; } = [];

    /// <summary>The choice of the best trial, tried by the folds that did not choose it; null with fewer than two completed trials.</summary>
    public FoldChoice? FoldChoice { get; init; }

    /// <summary>How many different things the compared trials tried, and how many were compared: those whose returns move together count as one. Null with fewer than two completed trials.</summary>
    public TrialVariety? Variety { get; init; }

    /// <summary>The choice of the best trial, tried on every split of time into halves; null with fewer than two completed trials.</summary>
    public ChoiceTest? Choice { get; init; }
}

/// <summary>A parameter of a search.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Low">Smallest value; 0 where there are words.</param>
/// <param name="High">Largest value; the number of words less one where there are words.</param>
/// <param name="Logarithmic">Searched in logs.</param>
/// <param name="Choices">The words; null for a number.</param>
public sealed record SearchAxis(string Name, double Low, double High, bool Logarithmic, IReadOnlyList<string>? Choices);

/// <summary>Importance of a parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">From 0 to 1; all of them sum to 1.</param>
/// <param name="Low">5 % quantile over the trees of the forest.</param>
/// <param name="High">95 % quantile.</param>
public sealed record AxisImportance(string Name, double Share, double Low, double High);

/// <summary>What two parameters explain only together.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Share">Share of the variance, from 0 to 1.</param>
public sealed record AxisPair(string First, string Second, double Share);

/// <summary>Combinatorially symmetric cross-validation over trials of the search.</summary>
/// <param name="Trials">Trials that were compared.</param>
/// <param name="Probability">Probability of overfitting: share of splits in which the best in sample is no better than the median out of sample.</param>
/// <param name="Slope">Slope of the Sharpe ratio out of sample on that in sample.</param>
/// <param name="Splits">Annual Sharpe ratios of the best in sample, there and in the other half, a pair a split.</param>
public sealed record ChoiceTest(int Trials, double Probability, double Slope, IReadOnlyList<ChoiceSplit> Splits)
{
    /// <summary>Where the line with that slope meets an in-sample ratio of 0.</summary>
    public double Intercept { get; init; }
}

/// <summary>One split.</summary>
/// <param name="InSample">Annual Sharpe ratio of the best trial where it was chosen.</param>
/// <param name="OutOfSample">Its annual Sharpe ratio in the other half.</param>
public sealed record ChoiceSplit(double InSample, double OutOfSample)
{
    /// <summary>Logit of its rank among all trials in the other half: 0 is the median, below it the choice was worse than chance.</summary>
    public double Logit { get; init; }
}

/// <summary>A fold of the walk-forward.</summary>
/// <param name="KnownUntil">Close of the last bar that may be known, UTC.</param>
/// <param name="From">Close of the first bar that is measured, UTC.</param>
/// <param name="To">Close of the last, UTC.</param>
/// <param name="Bars">Bars that are measured.</param>
/// <param name="EmbargoBars">Bars between the two that belong to neither.</param>
public sealed record FoldWindow(DateTimeOffset KnownUntil, DateTimeOffset From, DateTimeOffset To, int Bars, int EmbargoBars);

/// <summary>Combinatorial cross-validation of the choice over the folds.</summary>
/// <param name="Chosen">Mean excess Sharpe ratio over the folds of the trial that is best in all of them.</param>
/// <param name="Paths">The same of whole histories in which every fold is measured by trials that the other folds chose.</param>
public sealed record FoldChoice(double Chosen, IReadOnlyList<double> Paths);

/// <summary>How different trials are.</summary>
/// <param name="Compared">Trials that were compared.</param>
/// <param name="Different">Clusters of them by the correlation of their returns.</param>
public sealed record TrialVariety(int Compared, int Different);
