namespace Temporalio.Runtime;

/// <summary>Names of what writes log lines in a runtime; filters that people have are written with them.</summary>
internal static class RuntimeLogTargets
{
    /// <summary>Calls to the server.</summary>
    public const string Client = "temporalio_client";

    /// <summary>Workers.</summary>
    public const string Worker = "temporalio_sdk_core";

    /// <summary>Metrics and their export.</summary>
    public const string Telemetry = "temporalio_common";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Telemetry, Worker, Client];
}
