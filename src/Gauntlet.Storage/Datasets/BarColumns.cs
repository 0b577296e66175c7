using System.Runtime.InteropServices;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Storage.Datasets;

/// <summary>Bars as bytes: opening times in ticks, open, high, low, close, volume, one column after the other, 8 bytes a value, little-endian.</summary>
internal static class BarColumns
{
    private const int Columns = 6;

    public static byte[] Write(BarSeries bars)
    {
        var bytes = new byte[Columns * bars.Count * sizeof(double)];
        var longs = MemoryMarshal.Cast<byte, long>(bytes.AsSpan());
        for (var i = 0; i < bars.Count; i++) longs[i] = bars.Times[i].Ticks;
        var doubles = MemoryMarshal.Cast<byte, double>(bytes.AsSpan());
        bars.Open.CopyTo(doubles[bars.Count..]);
        bars.High.CopyTo(doubles[(2 * bars.Count)..]);
        bars.Low.CopyTo(doubles[(3 * bars.Count)..]);
        bars.Close.CopyTo(doubles[(4 * bars.Count)..]);
        bars.Volume.CopyTo(doubles[(5 * bars.Count)..]);
        return bytes;
    }

    /// <returns>Null where the bytes cannot be that many bars.</returns>
    public static BarSeries? Read(string symbol, TimeSpan interval, TradingCalendar calendar, int count, byte[] bytes)
    {
        if (bytes.Length != Columns * count * sizeof(double)) return null;
        var times = new DateTime[count];
        var longs = MemoryMarshal.Cast<byte, long>(bytes.AsSpan());
        for (var i = 0; i < count; i++)
        {
            if (longs[i] < 0 || longs[i] > DateTime.MaxValue.Ticks) return null;
            times[i] = new(longs[i], DateTimeKind.Utc);
        }

        return new(symbol, interval, times, Column(1), Column(2), Column(3), Column(4), Column(5), calendar);

        double[] Column(int index) => MemoryMarshal.Cast<byte, double>(bytes.AsSpan()).Slice(index * count, count).ToArray();
    }
}
