using System.Globalization;
using System.Text;
using Gauntlet.Domain.Randomness;

namespace Gauntlet.Benchmarks.Training;

/// <summary>Daily bars with a slow swing, as a file.</summary>
internal static class DailyMarket
{
    /// <summary>So many days as CSV.</summary>
    public static string Csv(int days)
    {
        var random = new SeededRandom(7);
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        var day = new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var close = 100.0;
        for (var i = 0; i < days; i++, day = day.AddDays(1))
        {
            var open = close;
            close *= Math.Exp((0.0004 * Math.Sin(i / 90.0)) + (0.01 * random.NextNormal()));
            var (high, low) = (Math.Max(open, close) * 1.003, Math.Min(open, close) * 0.997);
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd'T'HH:mm:ss'Z'},{open:F4},{high:F4},{low:F4},{close:F4},1000\n");
        }

        return text.ToString();
    }
}
