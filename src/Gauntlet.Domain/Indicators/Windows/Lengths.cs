namespace Gauntlet.Domain.Indicators.Windows;

/// <summary>Checks lengths of windows.</summary>
internal static class Lengths
{
    /// <summary>The length, when it is at least the smallest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static int AtLeast(int smallest, int length) =>
        length >= smallest ? length : throw new ArgumentOutOfRangeException(nameof(length), length, $"At least {smallest}.");
}
