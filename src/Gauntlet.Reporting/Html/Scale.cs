using System.Globalization;

namespace Gauntlet.Reporting.Html;

/// <summary>Maps values onto a length, linearly or by logarithm, and finds ticks at steps of 1, 2 or 5.</summary>
internal readonly record struct Scale(double Low, double High, double Length, bool Logarithmic = false)
{
    /// <summary>Position of a value, from 0 to <see cref="Length"/>; values outside stay at the ends.</summary>
    public double Of(double value)
    {
        var (low, high, at) = Logarithmic ? (Math.Log(Low), Math.Log(High), Math.Log(value)) : (Low, High, value);
        return high > low ? Math.Clamp((at - low) / (high - low), 0, 1) * Length : Length / 2;
    }

    /// <summary>Round values inside the scale, about <paramref name="count"/> of them.</summary>
    public IReadOnlyList<double> Ticks(int count = 5)
    {
        if (High <= Low) return [Low];
        if (Logarithmic && High / Low > 8) return Decades(count);
        var raw = (High - Low) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (raw / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
        var ticks = new List<double>();
        for (var tick = Math.Ceiling(Low / step) * step; tick <= High + (step * 1e-9); tick += step) ticks.Add(Math.Round(tick / step) * step);
        return ticks;
    }

    // 1, 2 and 5 of every power of ten, or the powers alone where those are too many.
    private List<double> Decades(int count)
    {
        double[] steps = Math.Log10(High / Low) * 3 > count * 1.5 ? [1] : [1, 2, 5];
        var ticks = new List<double>();
        for (var power = Math.Floor(Math.Log10(Low)); power <= Math.Log10(High); power++)
        {
            foreach (var step in steps)
            {
                var tick = step * Math.Pow(10, power);
                if (tick >= Low && tick <= High) ticks.Add(tick);
            }
        }

        return ticks;
    }

    /// <summary>A coordinate as it stands in a path.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
