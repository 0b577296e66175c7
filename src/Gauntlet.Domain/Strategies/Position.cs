namespace Gauntlet.Domain.Strategies;

/// <summary>The two parameters that directional strategies share: whether shorts are taken, and how large a position is.</summary>
internal static class Position
{
    public const string Direction = "direction";
    public const string Size = "size";
    private const string LongShort = "long-short";
    private const string LongOnly = "long-only";

    public static CategoricalParameter DirectionParameter { get; } =
        new(Direction, "long-short takes both sides; long-only stays flat where it would be short", [LongShort, LongOnly]);

    public static FloatParameter SizeParameter { get; } =
        new(Size, "position as a fraction of equity", Low: 0.05, High: 1, Default: 1, Step: 0.05);

    public static double LongWeight(ParameterValues values) => values.Number(Size);

    public static double ShortWeight(ParameterValues values) => values.Choice(Direction) == LongShort ? -values.Number(Size) : 0;
}
