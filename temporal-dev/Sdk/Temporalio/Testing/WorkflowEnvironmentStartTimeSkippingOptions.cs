using Temporalio.Client;

namespace Temporalio.Testing;

/// <summary>How a time-skipping server is started. <c>TargetHost</c> sets where it listens; default: a free port.</summary>
public class WorkflowEnvironmentStartTimeSkippingOptions : TemporalClientConnectOptions
{
    /// <summary>Where a server would be downloaded to. Nothing is downloaded here, so it has no effect.</summary>
    public string? DownloadDirectory { get; set; }

    /// <summary>Options of the server itself.</summary>
    public TestServerOptions TestServer { get; set; } = new();

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public override object Clone()
    {
        var copy = (WorkflowEnvironmentStartTimeSkippingOptions)base.Clone();
        copy.TestServer = (TestServerOptions)TestServer.Clone();
        return copy;
    }
}
