using Temporalio.Activities;
using Temporalio.Api.Common.V1;

namespace Temporalio.Worker.Interceptors;

/// <summary>An activity to run.</summary>
/// <param name="Activity">Its definition.</param>
/// <param name="Args">Arguments, decoded.</param>
/// <param name="Headers">Headers received; null for none.</param>
public record ExecuteActivityInput(
    ActivityDefinition Activity,
    object?[] Args,
    IReadOnlyDictionary<string, Payload>? Headers);
