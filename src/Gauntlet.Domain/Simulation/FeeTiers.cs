namespace Gauntlet.Domain.Simulation;

/// <summary>A step of a venue's fees.</summary>
/// <param name="VolumeFrom">Value traded in the last 30 days from which it holds, in money.</param>
/// <param name="MakerFraction">Fee of a limit order that rested, as a fraction of the value.</param>
/// <param name="TakerFraction">Fee of every other order.</param>
public readonly record struct FeeTier(double VolumeFrom, double MakerFraction, double TakerFraction);

/// <summary>A venue's fees by the value traded in the 30 days before a fill, in steps.</summary>
public sealed record FeeTiers
{
    /// <summary>Days over which a venue counts the volume.</summary>
    public const int Days = 30;

    /// <param name="steps">At least one, the first from 0, volumes rising.</param>
    /// <exception cref="Input.InvalidInputException">They are not.</exception>
    public FeeTiers(params IReadOnlyList<FeeTier> steps)
    {
        for (var i = 0; i < Math.Max(1, steps.Count); i++)
        {
            var right = steps.Count > 0 && (i == 0 ? steps[0].VolumeFrom == 0 : steps[i].VolumeFrom > steps[i - 1].VolumeFrom)
                && steps[i].MakerFraction is >= 0 and < 1 && steps[i].TakerFraction is >= 0 and < 1;
            if (!right) throw new Input.InvalidInputException("tiers", $"step {i}", $"Fee tiers: step {i} is wrong. Begin at volume 0, let volumes rise, and give fees from 0 to below 1.");
        }

        Steps = [.. steps];
    }

    /// <summary>The steps, from the smallest volume on.</summary>
    public IReadOnlyList<FeeTier> Steps { get; }

    /// <summary>A retail crypto venue of 2025: 0.60 % for makers and 1.20 % for takers below 10,000, down to 0.04 and 0.085 % from 5 million.</summary>
    public static FeeTiers RetailCrypto { get; } = new(
        new FeeTier(0, 0.0060, 0.0120),
        new FeeTier(10_000, 0.0040, 0.0080),
        new FeeTier(25_000, 0.0025, 0.0050),
        new FeeTier(75_000, 0.00125, 0.0025),
        new FeeTier(250_000, 0.00075, 0.0015),
        new FeeTier(500_000, 0.0006, 0.00125),
        new FeeTier(1_000_000, 0.0005, 0.0010),
        new FeeTier(5_000_000, 0.0004, 0.00085));

    /// <summary>The step at a volume.</summary>
    /// <param name="volume">Value traded in the last 30 days, not negative.</param>
    public FeeTier At(double volume)
    {
        var i = Steps.Count - 1;
        while (i > 0 && Steps[i].VolumeFrom > volume) i--;
        return Steps[i];
    }

    /// <summary>All fees times a factor, the volumes as they are.</summary>
    public FeeTiers Scaled(double factor) =>
        new([.. Steps.Select(step => step with { MakerFraction = Math.Min(0.99, step.MakerFraction * factor), TakerFraction = Math.Min(0.99, step.TakerFraction * factor) })]);
}
