using Temporalio.Testing;

namespace Temporalio.Tests.Testing;

public sealed class TimeSkippingOnEmbeddedServerTests : TimeSkippingContract
{
    protected override Task<WorkflowEnvironment> StartAsync() => WorkflowEnvironment.StartTimeSkippingAsync();
}
