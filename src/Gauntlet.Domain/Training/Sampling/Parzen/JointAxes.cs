namespace Gauntlet.Domain.Training.Sampling.Parzen;

/// <summary>Which parameters are modelled together: those that every finished trial has. The others are drawn after them, each by itself.</summary>
internal static class JointAxes
{
    /// <param name="points">The trials.</param>
    /// <param name="axes">Number of axes.</param>
    /// <returns>Numbers of the axes in rising order; none before the first finished trial.</returns>
    public static int[] Of(ReadOnlySpan<TrialPoint> points, int axes)
    {
        var missing = new bool[axes];
        var finished = false;
        foreach (var point in points)
        {
            if (!point.IsFinished) continue;
            finished = true;
            for (var axis = 0; axis < axes; axis++) missing[axis] |= double.IsNaN(point.Coordinates[axis]);
        }

        return finished ? [.. Enumerable.Range(0, axes).Where(axis => !missing[axis])] : [];
    }
}
