namespace Gauntlet.Activities.Safety;

/// <summary>Knows which workflows run; asked of the server's visibility by whoever has a client.</summary>
public interface IRunningWorkflows
{
    /// <summary>Ids of Gauntlet's running workflows, in any order.</summary>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyCollection<string>> ListAsync(CancellationToken cancellation);
}
