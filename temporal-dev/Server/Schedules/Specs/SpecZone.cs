namespace Gauntlet.Temporal.Server.Schedules.Specs;

/// <summary>Turns nominal local times into instants of a time zone.</summary>
internal static class SpecZone
{
    /// <summary>The zone of that IANA name; UTC for none.</summary>
    /// <exception cref="Grpc.GrpcException">INVALID_ARGUMENT: unknown here.</exception>
    public static TimeZoneInfo Find(string name)
    {
        if (name.Length == 0) return TimeZoneInfo.Utc;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw SpecError.Of($"unknown time zone {name}");
    }

    /// <summary>The one instant of a nominal time; null where the clocks jumped over it.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="local">Nominal local time.</param>
    /// <param name="takesFirst">Where clocks were set back and the time came twice: true for the first, false for the second.</param>
    public static DateTimeOffset? Instant(TimeZoneInfo zone, DateTime local, bool takesFirst)
    {
        if (zone.IsInvalidTime(local)) return null;
        if (!zone.IsAmbiguousTime(local)) return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        // The larger offset belongs to the earlier instant.
        return new DateTimeOffset(local, takesFirst ? offsets.Max() : offsets.Min()).ToUniversalTime();
    }
}
