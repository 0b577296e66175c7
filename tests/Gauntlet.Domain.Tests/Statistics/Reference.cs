using System.Globalization;
using System.Text.Json;

namespace Gauntlet.Domain.Tests.Statistics;

/// <summary>Reference numbers of the field's own packages, from the folder beside the repository: cases, and the inputs they name.</summary>
internal sealed class Reference
{
    private readonly JsonElement _root;

    private Reference(JsonElement root) => _root = root;

    /// <summary>Opens a file of <c>vectors</c>; skips the test where it is absent.</summary>
    public static Reference Open(string file, string folder = "statistics") =>
        new(JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PathOf(Path.Combine("vectors", folder, file)))).RootElement);

    public JsonElement Root => _root;

    public IEnumerable<JsonElement> Cases(string function) => _root.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("function").GetString() == function);

    public JsonElement Input(string name) => _root.GetProperty("header").GetProperty("input").GetProperty(name);

    /// <summary>A series that a case names: simple returns of a market, or generated numbers.</summary>
    public double[] Series(string name)
    {
        var input = Input(name);
        var series = input.GetProperty("kind").GetString() == "file" ? Returns(input) : Generated(input);
        if (input.TryGetProperty("checksum", out var checksum)) Math.Abs(series[0] - checksum.GetProperty("first").GetDouble()).ShouldBeLessThan(1e-9, name);
        return series;
    }

    /// <summary>A matrix that a case names, by columns.</summary>
    public double[][] Columns(string name)
    {
        var input = Input(name);
        var columns = LinearCongruence.Columns(input.GetProperty("seed").GetInt64(), input.GetProperty("rows").GetInt32(), input.GetProperty("scale").GetDouble(), input.GetProperty("drift").Doubles());
        return columns;
    }

    /// <summary>Closing prices of a market as its file has them, splits and all.</summary>
    public static IReadOnlyList<(DateTime Date, double Close)> Closes(string file)
    {
        var lines = File.ReadAllLines(SharedFolder.PathOf(Path.Combine("data", file)));
        var names = lines[0].ToLowerInvariant().Split(',');
        var (date, close) = (Array.FindIndex(names, name => name is "date" or "time" or "timestamp" or "datetime"), Array.IndexOf(names, "close"));
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(cells => (DateTime.Parse(cells[date], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), double.Parse(cells[close], CultureInfo.InvariantCulture)))];
    }

    private static double[] Returns(JsonElement input)
    {
        var file = input.GetProperty("file").GetString()!;
        var first = input.GetProperty("firstDataRow").GetInt32();
        var closes = Closes(file).Skip(first).Take(input.GetProperty("lastDataRow").GetInt32() - first + 1).Select(row => row.Close).ToArray();
        var scale = input.GetProperty("transformation").GetString()!.Contains("100", StringComparison.Ordinal) ? 100 : 1;
        return [.. Enumerable.Range(1, closes.Length - 1).Select(i => scale * ((closes[i] / closes[i - 1]) - 1))];
    }

    private static double[] Generated(JsonElement input)
    {
        var generator = new LinearCongruence(input.GetProperty("seed").GetInt64());
        var count = input.GetProperty("n").GetInt32();
        if (!input.TryGetProperty("phi", out var phi))
        {
            var (mean, scale) = (input.GetProperty("mean").GetDouble(), input.GetProperty("scale").GetDouble());
            return [.. Enumerable.Range(0, count).Select(_ => mean + (scale * generator.NextNormal()))];
        }

        var series = new double[count];
        double last = 0;
        for (var i = 0; i < count; i++) series[i] = last = (phi.GetDouble() * last) + generator.NextNormal();
        return series;
    }
}

/// <summary>Reading of reference numbers; NaN and the infinities are strings there.</summary>
internal static class ReferenceNumbers
{
    public static double Double(this JsonElement element, string name) => element.GetProperty(name).Double();

    public static double Double(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetDouble();

    public static double[] Doubles(this JsonElement element) => [.. element.EnumerateArray().Select(Double)];

    public static double[] Doubles(this JsonElement element, string name) => element.GetProperty(name).Doubles();

    public static int[] Ints(this JsonElement element) => [.. element.EnumerateArray().Select(one => one.GetInt32())];

    public static int[] Ints(this JsonElement element, string name) => element.GetProperty(name).Ints();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>Within absolute 1e-12 and relative 1e-9 by default, as the reference asks for.</summary>
    public static void ShouldMatch(this double actual, double expected, string? about = null, double relative = 1e-9, double absolute = 1e-12)
    {
        if (double.IsNaN(expected)) actual.ShouldBe(double.NaN, about);
        else actual.ShouldBe(expected, absolute + (relative * Math.Abs(expected)), about);
    }

    public static void ShouldMatch(this IReadOnlyList<double> actual, double[] expected, string? about = null, double relative = 1e-9, double absolute = 1e-12)
    {
        actual.Count.ShouldBe(expected.Length, about);
        for (var i = 0; i < expected.Length; i++) actual[i].ShouldMatch(expected[i], $"{about} [{i}]", relative, absolute);
    }
}
