namespace Gauntlet.Domain.Simulation;

/// <summary>Value traded in the last thirty UTC days, the current one among them.</summary>
internal sealed class VolumeWindow
{
    private readonly double[] _days = new double[FeeTiers.Days];
    private long _day;
    private double _sum;

    public void Add(double value, DateTime time)
    {
        Advance(time);
        _days[_day % FeeTiers.Days] += value;
        _sum += value;
    }

    public double Until(DateTime time)
    {
        Advance(time);
        return _sum;
    }

    private void Advance(DateTime time)
    {
        var day = time.Ticks / TimeSpan.TicksPerDay;
        if (day == _day) return;
        for (var next = Math.Max(_day + 1, day - FeeTiers.Days + 1); next <= day; next++) _days[next % FeeTiers.Days] = 0;
        _day = day;
        // Summed anew, so that rounding does not pile up.
        _sum = 0;
        foreach (var value in _days) _sum += value;
    }
}
