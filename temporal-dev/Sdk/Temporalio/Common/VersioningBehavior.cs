namespace Temporalio.Common;

/// <summary>What a workflow does when its worker deployment gets a new version.</summary>
public enum VersioningBehavior
{
    /// <summary>Nothing chosen.</summary>
    Unspecified = 0,

    /// <summary>Stays with the version it started on.</summary>
    Pinned = 1,

    /// <summary>Moves to the current version at its next workflow task.</summary>
    AutoUpgrade = 2,
}
