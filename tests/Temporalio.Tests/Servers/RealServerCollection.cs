namespace Temporalio.Tests.Servers;

/// <summary>Tests that share one real server.</summary>
[CollectionDefinition(Name)]
public sealed class RealServerCollection : ICollectionFixture<RealServer>
{
    public const string Name = "Real server";
}
