namespace Gauntlet.Domain.Training.Pruning;

/// <summary>The checksum of ISO 3309, by which trials are dealt to brackets: the same on every machine.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var rest = uint.MaxValue;
        foreach (var octet in bytes)
        {
            rest ^= octet;
            for (var bit = 0; bit < 8; bit++) rest = (rest & 1) == 1 ? (rest >> 1) ^ Polynomial : rest >> 1;
        }

        return ~rest;
    }
}
