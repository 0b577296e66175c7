using Temporalio.Api.History.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>One page of events.</summary>
/// <param name="Events">Events in order.</param>
/// <param name="NextPageToken">Token of the next page, null if this is the last.</param>
public record WorkflowHistoryEventPage(IReadOnlyCollection<HistoryEvent> Events, byte[]? NextPageToken);
