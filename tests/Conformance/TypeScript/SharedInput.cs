using System.Text.Json.Serialization;

namespace Gauntlet.Conformance.Tests.TypeScript;

/// <summary>Arguments as both SDKs write them.</summary>
internal sealed record SharedInput([property: JsonPropertyName("who")] string Who);

/// <summary>Arguments of a child as both SDKs write them.</summary>
internal sealed record SharedText([property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("times")] int Times);

/// <summary>Whom to greet, and where the other SDK's workers poll.</summary>
internal sealed record OtherSide(
    [property: JsonPropertyName("who")] string Who,
    [property: JsonPropertyName("activityQueue")] string ActivityQueue,
    [property: JsonPropertyName("workflowQueue")] string WorkflowQueue);
