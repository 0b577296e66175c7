using System.Globalization;

namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Writes bars as CSV that <see cref="CsvBars"/> reads back to the same hash: a header, times in ISO 8601 UTC, numbers in shortest round-trip form.</summary>
public static class CsvWriting
{
    /// <summary>Writes all bars, oldest first, lines ending in a line feed.</summary>
    /// <param name="writer">Where to; is left open.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    public static async Task WriteAsync(TextWriter writer, BarSeries bars, CancellationToken cancellation = default)
    {
        await writer.WriteAsync("timestamp,open,high,low,close,volume\n").ConfigureAwait(false);
        for (var i = 0; i < bars.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            await writer.WriteAsync(Row(bars[i])).ConfigureAwait(false);
        }
    }

    private static string Row(in Bar bar) => string.Create(
        CultureInfo.InvariantCulture, $"{bar.OpenTime:yyyy-MM-ddTHH:mm:ss.FFFFFFF}Z,{bar.Open:R},{bar.High:R},{bar.Low:R},{bar.Close:R},{bar.Volume:R}\n");
}
