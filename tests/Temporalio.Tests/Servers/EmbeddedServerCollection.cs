namespace Temporalio.Tests.Servers;

/// <summary>Tests that share one embedded server.</summary>
[CollectionDefinition(Name)]
public sealed class EmbeddedServerCollection : ICollectionFixture<EmbeddedServerFixture>
{
    public const string Name = "Embedded server";
}
