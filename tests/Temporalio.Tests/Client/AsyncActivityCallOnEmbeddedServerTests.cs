using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

[Collection(EmbeddedServerCollection.Name)]
public sealed class AsyncActivityCallOnEmbeddedServerTests(EmbeddedServerFixture server) : AsyncActivityCallContract(server);
