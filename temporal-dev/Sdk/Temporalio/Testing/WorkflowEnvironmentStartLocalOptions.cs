using Temporalio.Client;
using Temporalio.Common;

namespace Temporalio.Testing;

/// <summary>How a server in real time is started. <c>TargetHost</c> sets where it listens; default: a free port.</summary>
public class WorkflowEnvironmentStartLocalOptions : TemporalClientConnectOptions
{
    /// <summary>Where a server would be downloaded to. Nothing is downloaded here, so it has no effect.</summary>
    public string? DownloadDirectory { get; set; }

    /// <summary>Whether the Web UI runs too; only with <see cref="DevServerOptions.ExistingPath"/>. Default false.</summary>
    public bool UI { get; set; }

    /// <summary>Port of the Web UI; 0 (the default) leaves it to the server.</summary>
    public int UIPort { get; set; }

    /// <summary>Search attributes to register. Default null: none.</summary>
    public IReadOnlyCollection<SearchAttributeKey>? SearchAttributes { get; set; }

    /// <summary>Options of the server itself.</summary>
    public DevServerOptions DevServerOptions { get; set; } = new();

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public override object Clone()
    {
        var copy = (WorkflowEnvironmentStartLocalOptions)base.Clone();
        copy.DevServerOptions = (DevServerOptions)DevServerOptions.Clone();
        return copy;
    }
}
