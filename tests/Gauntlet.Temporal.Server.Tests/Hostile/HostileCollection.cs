namespace Gauntlet.Temporal.Server.Tests.Hostile;

/// <summary>Tests that load the whole process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class HostileCollection
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "hostile";
}
