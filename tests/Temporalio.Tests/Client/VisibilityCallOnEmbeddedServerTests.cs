using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(EmbeddedServerCollection.Name)]
public sealed class VisibilityCallOnEmbeddedServerTests(EmbeddedServerFixture server) : VisibilityCallContract(server);
