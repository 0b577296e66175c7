using Gauntlet.Temporal.Grpc;

namespace Gauntlet.Temporal.Server.Schedules.Specs;

/// <summary>Refusals of schedule specs, worded as the real server does.</summary>
internal static class SpecError
{
    /// <summary>A spec that says what it must not.</summary>
    public static GrpcException Of(string what) => new(GrpcStatusCode.InvalidArgument, $"Invalid schedule spec: {what}");
}
