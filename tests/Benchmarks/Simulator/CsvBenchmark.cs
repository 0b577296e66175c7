using System.Globalization;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Bars read from CSV with every check, in megabytes a second; the baseline counts the lines of the same bytes.</summary>
internal sealed class CsvBenchmark : IBenchmark
{
    private const int Bars = 10_000_000, Rounds = 2;

    public string Name => "csv";

    public string Suite => "simulator";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var bytes = Text();
        var read = 0;
        var (ours, bare) = Clocked.Best(
            Rounds,
            () =>
            {
                using var stream = new MemoryStream(bytes);
                read = CsvBars.Read(stream, "made").Count;
            },
            () => bytes.AsSpan().Count((byte)'\n'));
        if (read != Bars) throw new InvalidOperationException($"{read} bars read instead of {Bars}.");
        var megabytes = bytes.Length / 1e6;
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new($"csv, {Bars / 1e6:0} M bars", megabytes / ours, megabytes / bare, bare / ours, "MB/s")]);
    }

    private static byte[] Text()
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Noise, 1, Bars, TimeSpan.FromMinutes(1)).Series;
        var bytes = new MemoryStream(64 * Bars);
        using var text = new StreamWriter(bytes);
        text.Write("timestamp,open,high,low,close,volume\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{bar.OpenTime:yyyy-MM-ddTHH:mm:ssZ},{bar.Open:F4},{bar.High:F4},{bar.Low:F4},{bar.Close:F4},{bar.Volume:F0}\n"));
        }

        text.Flush();
        return bytes.ToArray();
    }
}
