using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

[Collection(EmbeddedServerCollection.Name)]
public sealed class EagerStartOnEmbeddedServerTests(EmbeddedServerFixture server) : EagerStartContract(server);
