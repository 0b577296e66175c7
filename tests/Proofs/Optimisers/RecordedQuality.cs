using System.Text.Json;

namespace Gauntlet.Proofs.Optimisers;

/// <summary>Distributions over seeds of the best value, recorded with Optuna 5.0.0 and cmaes 0.13.1: 40 seeds, 20 to 25 for the slow ones.</summary>
internal static class RecordedQuality
{
    private static readonly Lazy<JsonElement> File = new(Read);

    /// <summary>Quartiles of a sampler on a problem after a number of trials; null where none were recorded.</summary>
    public static Quartiles? Find(string problem, string sampler, int trials)
    {
        foreach (var result in File.Value.GetProperty("results").EnumerateArray())
        {
            if (result.GetProperty("problem").GetString() != problem || result.GetProperty("sampler").GetString() != sampler) continue;
            var after = result.GetProperty("after").GetProperty($"{trials}");
            return new(after.GetProperty("q25").GetDouble(), after.GetProperty("q50").GetDouble(), after.GetProperty("q75").GetDouble());
        }

        return null;
    }

    private static JsonElement Read()
    {
        using var stream = typeof(RecordedQuality).Assembly.GetManifestResourceStream("quality.json") ?? throw new InvalidOperationException("quality.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}

/// <summary>Quartiles of a distribution.</summary>
/// <param name="Lower">A quarter lies below.</param>
/// <param name="Median">Half lies below.</param>
/// <param name="Upper">Three quarters lie below.</param>
internal readonly record struct Quartiles(double Lower, double Median, double Upper)
{
    /// <summary>Distance between the quartiles.</summary>
    public double Spread => Upper - Lower;
}
