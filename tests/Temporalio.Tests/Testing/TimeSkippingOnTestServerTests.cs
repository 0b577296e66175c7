using Temporalio.Testing;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Testing;

public sealed class TimeSkippingOnTestServerTests : TimeSkippingContract
{
    protected override Task<WorkflowEnvironment> StartAsync()
    {
        var path = Path.Combine(RealServer.Folder, "start-test-server");
        Skip.IfNot(File.Exists(path), $"Temporal's test server is not at {path}");
        Skip.IfNot(
            (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Any(folder => File.Exists(Path.Combine(folder, "java"))),
            "Temporal's test server needs Java");
        return WorkflowEnvironment.StartTimeSkippingAsync(new() { TestServer = new() { ExistingPath = path } });
    }
}
