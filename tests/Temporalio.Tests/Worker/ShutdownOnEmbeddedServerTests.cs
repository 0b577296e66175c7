using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class ShutdownOnEmbeddedServerTests(EmbeddedServerFixture server) : ShutdownContract(server);
