namespace Temporalio.Workflows;

/// <summary>What happens to a child when its parent ends.</summary>
public enum ParentClosePolicy
{
    /// <summary>What the server does by default.</summary>
    None = 0,

    /// <summary>It is terminated.</summary>
    Terminate = 1,

    /// <summary>It goes on.</summary>
    Abandon = 2,

    /// <summary>It is asked to cancel.</summary>
    RequestCancel = 3,
}
