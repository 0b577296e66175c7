namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>Sorts trials by two objectives: fronts of trials that do not beat each other, and within a front by the room around them.</summary>
internal static class ParetoFronts
{
    /// <summary>Fronts, the best first; trials of a front in the order given.</summary>
    public static IReadOnlyList<IReadOnlyList<TrialPoint>> Of(IReadOnlyList<TrialPoint> trials)
    {
        var fronts = new List<IReadOnlyList<TrialPoint>>();
        var left = trials.ToList();
        do
        {
            var front = left.Where(trial => !left.Exists(other => Beats(other, trial))).ToList();
            fronts.Add(front);
            left = [.. left.Except(front)];
        }
        while (left.Count > 0);
        return fronts;
    }

    /// <summary>All trials, the best front first, those with the most room first within it, the older ones at a tie.</summary>
    public static IEnumerable<TrialPoint> Ranked(IReadOnlyList<TrialPoint> trials) => Of(trials).SelectMany(front =>
    {
        var room = Room(front);
        return front.OrderByDescending(trial => room[trial]).ThenBy(trial => trial.Number);
    });

    /// <summary>Whether a trial is as good in both objectives and better in one.</summary>
    public static bool Beats(TrialPoint left, TrialPoint right) =>
        left.Objective >= right.Objective && left.Second >= right.Second && (left.Objective > right.Objective || left.Second > right.Second);

    // Crowding distance: the sides of the box between the neighbours, relative to the front; infinite at the ends.
    private static Dictionary<TrialPoint, double> Room(IReadOnlyList<TrialPoint> front)
    {
        var room = front.ToDictionary(trial => trial, _ => 0.0);
        foreach (var by in new Func<TrialPoint, double>[] { trial => trial.Objective, trial => trial.Second })
        {
            var sorted = front.OrderBy(by).ThenBy(trial => trial.Number).ToList();
            var range = by(sorted[^1]) - by(sorted[0]);
            room[sorted[0]] = room[sorted[^1]] = double.PositiveInfinity;
            for (var i = 1; range > 0 && i < sorted.Count - 1; i++) room[sorted[i]] += (by(sorted[i + 1]) - by(sorted[i - 1])) / range;
        }

        return room;
    }
}
