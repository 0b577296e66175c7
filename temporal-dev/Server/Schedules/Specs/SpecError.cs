using Gauntlet.Temporal.Grpc;

namespace Gauntlet.Temporal.Server.Schedules.Specs;

/// <summary>Refusals of schedule specs, worded as the real server does.</summary>
internal static class SpecError
{
    private const string Prefix = "Invalid schedule spec: ";

    /// <summary>A spec that says what it must not.</summary>
    public static GrpcException Of(string what) => new(GrpcStatusCode.InvalidArgument, $"{Prefix}{what}");

    /// <summary>Does all, and refuses with all that was wrong.</summary>
    public static void InAll(params ReadOnlySpan<Action> parts)
    {
        var faults = new List<string>();
        foreach (var part in parts)
        {
            try
            {
                part();
            }
            catch (GrpcException fault)
            {
                faults.Add(fault.Detail[Prefix.Length..]);
            }
        }

        if (faults.Count > 0) throw Of(string.Join(", ", faults));
    }
}
