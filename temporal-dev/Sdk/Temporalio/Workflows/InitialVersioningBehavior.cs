namespace Temporalio.Workflows;

/// <summary>Which worker version a continued run starts on.</summary>
public enum InitialVersioningBehavior
{
    /// <summary>As the current run.</summary>
    Unspecified = 0,

    /// <summary>The current version of the deployment.</summary>
    AutoUpgrade = 1,

    /// <summary>The version that is being ramped up.</summary>
    UseRampingVersion = 2,
}
