using System.Diagnostics;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Times two ways of doing the same in turn, so that a busy machine hurts both alike.</summary>
internal static class Clocked
{
    /// <summary>The shortest time of each, in seconds.</summary>
    public static (double Ours, double Baseline) Best(int rounds, Action ours, Action baseline)
    {
        var (best, other) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var round = 0; round < rounds; round++)
        {
            best = Math.Min(best, Seconds(ours));
            other = Math.Min(other, Seconds(baseline));
        }

        return (best, other);
    }

    /// <summary>How long something takes, in seconds.</summary>
    public static double Seconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Refuses to compare what does not compute the same.</summary>
    public static void RequireEqual(double ours, double bare)
    {
        if (!(Math.Abs(ours - bare) <= 1e-6 * Math.Abs(bare))) throw new InvalidOperationException($"The simulator ends with {ours}, the bare loop with {bare}.");
    }
}
